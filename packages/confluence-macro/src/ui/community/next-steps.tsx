import { DoneIcon, OpenStepIcon } from '../parts/icons.tsx';

type Step = { readonly text: string; readonly done: boolean };

/** What the community does next. A card shows the first open step and how far it got; the full view shows all. */
export function NextSteps({ steps, full }: { steps: readonly Step[]; full: boolean }) {
  const open = steps.filter(({ done }) => !done);
  const next = open[0];
  if (steps.length === 0 || (!full && !next)) return null;
  const shown = full ? steps : next ? [next] : [];

  return (
    <section aria-label="Next steps" className="stack-small">
      <h3 className="section">
        {full ? 'Next steps' : 'Next step'}
        <span className="section-note">
          {steps.length - open.length} of {steps.length} done
        </span>
      </h3>
      <ul className="steps-list">
        {shown.map(({ text, done }) => (
          <li key={text} className={done ? 'step step-done' : 'step'}>
            {done ? <DoneIcon /> : <OpenStepIcon />}
            <span dir="auto">
              {done && <span className="hidden">Done: </span>}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
