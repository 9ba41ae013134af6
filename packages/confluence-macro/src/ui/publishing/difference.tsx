import type { BothSides } from '@copse/core/contracts';

const names = { title: 'Title', context: 'What it is good for', body: 'The practice', topics: 'Topics' } as const;

/** What the page says otherwise than the practice, word by word. Marked in shape and words, not by colour alone. */
export const Difference = ({ fields }: { fields: BothSides['fields'] }) => (
  <div className="stack-small">
    <p className="subtle small">
      <del>Struck through</del> stands in the practice only, <ins>underlined</ins> on the page only.
    </p>
    {fields.map(({ field, parts }) => (
      <div key={field} className="stack-small">
        <h4 className="difference-name">{names[field]}</h4>
        {/* Long texts scroll, so they must be reachable with the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="difference" role="group" aria-label={names[field]} tabIndex={0} dir="auto">
          {parts.map((part, index) => (
            // Parts never move: their place is their key.
            // oxlint-disable-next-line react/no-array-index-key
            <Part key={index} {...part} />
          ))}
        </div>
      </div>
    ))}
  </div>
);

function Part({ kind, text }: BothSides['fields'][number]['parts'][number]) {
  switch (kind) {
    case 'added':
      return (
        <ins>
          <span className="hidden">Only on the page: </span>
          {text}
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span className="hidden">Only in the practice: </span>
          {text}
        </del>
      );
    case 'skipped':
      return (
        <span className="skipped">
          <span aria-hidden="true">…</span>
          <span className="hidden">Unchanged text left out. </span>
        </span>
      );
    case 'same':
      return text;
  }
}
