import { inWords } from '../kernel/text.ts';
import type { Skill } from '../identity/profile.ts';

/** What is known of somebody that could be a beginning. */
export type Profile = {
  readonly name: string;
  readonly interests: readonly string[];
  readonly skills: readonly Skill[];
  readonly languages: readonly string[];
  readonly newcomer: boolean;
};

const MOST_NAMED = 3;

/** What people have in common, in sentences that a card shows: what one can teach another first. */
export function commonGround(people: readonly Profile[]): readonly string[] {
  const all = people.length > 2 ? 'all' : 'both';
  const teaching = people.flatMap((teacher) =>
    people
      .filter((learner) => learner !== teacher)
      .flatMap((learner) => {
        const topics = topicsAt(teacher, 'can-teach').filter((topic) =>
          topicsAt(learner, 'wants-to-learn').includes(topic),
        );
        return topics.length > 0
          ? [`${teacher.name} can teach what ${learner.name} wants to learn: ${list(topics)}.`]
          : [];
      }),
  );
  const interests = sharedBy(people, ({ interests }) => interests);
  const learning = sharedBy(people, (one) => topicsAt(one, 'wants-to-learn'));
  const practising = sharedBy(people, (one) => [...topicsAt(one, 'practises'), ...topicsAt(one, 'can-teach')]);
  return [
    ...teaching.slice(0, 2),
    ...(interests.length > 0 ? [`You ${all} care about ${list(interests)}.`] : []),
    ...(practising.length > 0 ? [`You ${all} work with ${list(practising)}.`] : []),
    ...(learning.length > 0 ? [`You ${all} want to learn ${list(learning)}.`] : []),
    ...whoIsNew(people),
  ].slice(0, MOST_NAMED);
}

function whoIsNew(people: readonly Profile[]): readonly string[] {
  const fresh = people.filter(({ newcomer }) => newcomer);
  if (fresh.length > 1 && fresh.length === people.length) {
    return [`You are ${people.length > 2 ? 'all' : 'both'} new in the community.`];
  }
  return fresh.map(({ name }) => `${name} is new in the community.`);
}

/** A question to begin with: about what they share, else one that everybody can answer. The same for all who read it. */
export function openerFor(people: readonly Profile[], number: number): string {
  const topics = [
    ...sharedBy(people, ({ interests }) => interests),
    ...sharedBy(people, ({ skills }) => skills.map(({ topic }) => topic)),
  ];
  const topic = topics[number % Math.max(1, topics.length)];
  const questions = topic === undefined ? GENERAL : ABOUT;
  return (questions[number % questions.length] as (topic: string) => string)(topic ?? '');
}

const ABOUT = [
  (topic: string) => `What first brought you to ${topic}?`,
  (topic: string) => `What about ${topic} turned out to be different from what you expected?`,
  (topic: string) => `What would you like to try next with ${topic}?`,
  (topic: string) => `Who taught you most about ${topic}?`,
];
const GENERAL = [
  () => 'What are you working on that others here should know about?',
  () => 'What have you learned in the last months that surprised you?',
  () => 'What would you like to be asked about more often?',
  () => 'What could somebody here help you with?',
  () => 'What made you join this community?',
];

const topicsAt = ({ skills }: Profile, level: Skill['level']) =>
  skills.filter((skill) => skill.level === level).map(({ topic }) => topic);

/** What all of them name, in the order of the first one. */
function sharedBy(people: readonly Profile[], of: (person: Profile) => readonly string[]): readonly string[] {
  const [first, ...others] = people;
  if (!first || others.length === 0) return [];
  return [...new Set(of(first))].filter((topic) => others.every((other) => of(other).includes(topic)));
}

const list = (topics: readonly string[]) => inWords(topics.slice(0, MOST_NAMED));
