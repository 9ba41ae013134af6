import { useId, useState } from 'react';
import type { Answer } from '../api/response.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { usePages } from '../api/use-pages.ts';
import { useSettled } from '../api/use-settled.ts';
import { LoadMore } from '../parts/load-more.tsx';
import { Option } from '../parts/option.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Empty, LoadFailure, Skeleton } from '../parts/states.tsx';

export type Pick = { readonly id: string; readonly title: string; readonly note: string };
type Page = { readonly items: readonly Pick[]; readonly nextCursor?: string | undefined };

type Props = {
  readonly legend: string;
  readonly searchLabel: string;
  readonly what: string;
  readonly find: (q: string, cursor?: string) => Promise<Answer<Page>>;
  /** Loads the one that was chosen earlier, in case it is not among those found. */
  readonly see: (id: string) => Promise<Answer<Pick>>;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** Finds and chooses one of many. What is chosen stays in sight, whatever is searched for. */
export function Picker({ legend, searchLabel, what, find, see, chosen, onChoose }: Props) {
  const name = useId();
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const pages = usePages(`pick ${what} ${q}`, (cursor) => find(q, cursor));
  const items = pages.state === 'ready' ? pages.items : [];
  const elsewhere = chosen !== undefined && !items.some(({ id }) => id === chosen) ? chosen : undefined;

  const option = (pick: Pick) => (
    <Option
      key={pick.id}
      type="radio"
      name={name}
      checked={pick.id === chosen}
      onChange={() => onChoose(pick.id)}
      title={pick.title}
      hint={pick.note}
      boxed
    />
  );

  return (
    <fieldset className="choice picker">
      <legend>{legend}</legend>
      <SearchField label={searchLabel} value={words} onChange={setWords} />
      {elsewhere !== undefined && <Chosen id={elsewhere} see={see} option={option} />}
      {pages.state === 'loading' && <Skeleton what={what} lines={[90, 90, 90]} />}
      {pages.state === 'failed' && <LoadFailure failure={pages.failure} retry={pages.retry} />}
      {pages.state === 'ready' && pages.items.length === 0 && (
        <Empty title={q === '' ? `There are no ${what} yet` : `No ${what} match these words`} />
      )}
      {items.map(option)}
      <LoadMore pages={pages} what={what} />
    </fieldset>
  );
}

type ChosenProps = {
  readonly id: string;
  readonly see: Props['see'];
  readonly option: (pick: Pick) => React.ReactNode;
};

function Chosen({ id, see, option }: ChosenProps) {
  const loaded = useLoaded(id, () => see(id));
  if (loaded.state === 'loading') return <Skeleton what="what was chosen" lines={[90]} />;
  if (loaded.state === 'failed') {
    return (
      <p className="problem">
        What was chosen before is not here for you any more. Choose another, or keep it for others.
      </p>
    );
  }
  return option(loaded.value);
}
