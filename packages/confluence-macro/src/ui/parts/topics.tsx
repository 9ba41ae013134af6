/** What something is about, as a list of small labels. */
export const Topics = ({ topics }: { topics: readonly string[] }) =>
  topics.length === 0 ? null : (
    <ul className="topics" aria-label="Topics">
      {topics.map((topic) => (
        <li key={topic} className="topic">
          {topic}
        </li>
      ))}
    </ul>
  );
