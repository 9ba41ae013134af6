import { useEffect, useState } from 'react';
import type { Look } from '../address.ts';
import { Icon } from '../marks.tsx';
import { Card } from './card.tsx';
import type { InvokeAnswer } from './conversation.ts';

const SEARCHES = [
  { id: 'searchQuestions', title: 'Questions' },
  { id: 'searchPractices', title: 'Practices' },
  { id: 'searchCommunities', title: 'Communities' },
  { id: 'searchPeople', title: 'People' },
] as const;
const PAGE = 25;

type Result = NonNullable<NonNullable<InvokeAnswer['composeExtension']>['attachments']>[number];

interface Props {
  readonly invoke: (name: string, value: unknown) => Promise<InvokeAnswer | undefined>;
  readonly onChoose: (card: unknown) => void;
  readonly onAsk: () => void;
}

/** The panel of the message extension, as Teams opens it from the box in which a message is written. */
export function ExtensionPanel({ invoke, onChoose, onAsk }: Props) {
  const [search, setSearch] = useState<string>(SEARCHES[0].id);
  const [words, setWords] = useState('');
  const [found, setFound] = useState<{ readonly results: readonly Result[]; readonly says?: string | undefined }>();

  /** An answer to what is no longer asked is dropped. */
  const look = async (skip: number, isWanted: () => boolean = () => true) => {
    const parameter = words.trim() ? { name: 'query', value: words.trim() } : { name: 'initialRun', value: 'true' };
    const value = { commandId: search, parameters: [parameter], queryOptions: { skip, count: PAGE } };
    const { text, attachments = [] } = (await invoke('composeExtension/query', value))?.composeExtension ?? {};
    if (!isWanted()) return;
    setFound((now) => ({ results: skip === 0 ? attachments : [...(now?.results ?? []), ...attachments], says: text }));
  };
  useEffect(() => {
    let wanted = true;
    const typing = setTimeout(() => void look(0, () => wanted), words ? 300 : 0);
    return () => {
      wanted = false;
      clearTimeout(typing);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- it looks again when the question changes, and only then
  }, [search, words]);

  return (
    <section className="extension" aria-label="Copse in messages">
      <div className="teams-tabs" role="group" aria-label="What to look for">
        {SEARCHES.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            aria-current={id === search ? 'page' : undefined}
            onClick={() => setSearch(id)}
          >
            {title}
          </button>
        ))}
        <button type="button" onClick={onAsk}>
          Ask the community
        </button>
      </div>
      <input
        value={words}
        aria-label="Search Copse"
        placeholder="Search"
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      {found?.says ? <p>{found.says}</p> : null}
      <ul>
        {found?.results.map((result, at) => (
          <li key={at}>
            <button type="button" onClick={() => onChoose(result.content)}>
              <strong>{result.preview?.content?.title}</strong>
              <span>{result.preview?.content?.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {found && found.results.length > 0 && found.results.length % PAGE === 0 ? (
        <button type="button" className="plain-button" onClick={() => void look(found.results.length)}>
          More
        </button>
      ) : null}
    </section>
  );
}

interface ChosenProps {
  readonly card: unknown;
  readonly look: Look;
  readonly onLink: (link: string) => boolean;
  readonly onRemove: () => void;
}

/** The card that goes with the message. */
export const ChosenCard = ({ card, look, onLink, onRemove }: ChosenProps) => (
  <div className="chosen">
    <Card content={card} look={look} onLink={onLink} onPress={async () => undefined} />
    <button type="button" className="icon-button" aria-label="Take the card out" onClick={onRemove}>
      <Icon name="close" size={14} />
    </button>
  </div>
);
