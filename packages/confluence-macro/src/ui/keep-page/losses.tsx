import type { Loss, LossKind } from '../../page/losses.ts';
import { counted } from '../parts/words.ts';
import { WarnIcon } from '../parts/icons.tsx';

/** What there was and what became of it. */
const words: Readonly<Record<LossKind, readonly [one: string, many: string, became: string]>> = {
  macro: ['macro', 'macros', 'its name stands in the text'],
  image: ['picture', 'pictures', 'its description stands in the text'],
  file: ['file', 'files', 'its name stands in the text'],
  embedded: ['embedded page', 'embedded pages', 'a link stands in its place'],
  mention: ['mention', 'mentions', 'the name stays, nobody is notified'],
  status: ['status', 'statuses', 'its words stay'],
  date: ['date', 'dates', 'it stays as words'],
  panel: ['panel', 'panels', 'it became a quotation'],
  expand: ['foldable part', 'foldable parts', 'it is open now'],
  layout: ['row of columns', 'rows of columns', 'they stand below each other'],
  formatting: [
    'place with colours, underlines or alignment',
    'places with colours, underlines or alignment',
    'the words stay',
  ],
  comment: ['commented place', 'commented places', 'the comments stay on the page'],
  table: ['table with merged or rich cells', 'tables with merged or rich cells', 'every cell is one line now'],
  decision: ['decision', 'decisions', 'it became a list'],
  invisible: ['place with invisible characters', 'places with invisible characters', 'they were left out'],
  unknown: ['thing that Copse does not know', 'things that Copse does not know', 'only its words were kept'],
  'too-deep': ['very deep nesting', 'very deep nestings', 'only its words were kept'],
  'too-long': ['very long page', 'very long pages', 'its end was left out'],
};

/** Tells what the text has otherwise than the page, so that nothing gets lost without anybody knowing. */
export function Losses({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return <p className="subtle">Everything on the page could be carried over.</p>;
  return (
    <section className="notice notice-warning" aria-label="What could not be carried over as it is">
      <WarnIcon />
      <div className="stack-small">
        <p>
          <strong>Not everything could be carried over as it is</strong>
        </p>
        <ul className="losses">
          {losses.map(({ kind, count, example }) => {
            const [one, many, became] = words[kind];
            return (
              <li key={kind}>
                {counted(count, one, many)}
                {example && ` (${example}${count > 1 ? ', …' : ''})`}: {became}.
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
