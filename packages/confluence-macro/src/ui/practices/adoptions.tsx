import type { AdoptionView } from '@copse/core/contracts';
import { Lozenge, type Tone } from '../parts/lozenge.tsx';
import { Prose } from '../parts/prose.tsx';
import { dayOf } from '../parts/words.ts';

export const outcomeWords = {
  helped: 'It helped',
  mixed: 'Mixed results',
  'did-not-help': 'It did not help',
  'too-early': 'Too early to say',
} as const;
const outcomeTones = {
  helped: 'success',
  mixed: 'warning',
  'did-not-help': 'danger',
  'too-early': 'neutral',
} as const satisfies Record<string, Tone>;

/** Who works this way, and what happened to those who tried. */
export function Adoptions({ adoptions }: { adoptions: readonly AdoptionView[] }) {
  if (adoptions.length === 0) return null;
  return (
    <section aria-label="In use" className="stack-small">
      <h3 className="section">Where it is used</h3>
      <ul className="voices">
        {adoptions.map((adoption) => (
          <Adoption key={adoption.id} adoption={adoption} />
        ))}
      </ul>
    </section>
  );
}

function Adoption({ adoption: { team, kind, outcome, story, measure, by, at } }: { adoption: AdoptionView }) {
  return (
    <li className="voice">
      <div className="title-line">
        <span className="person-name">{team}</span>
        <span className="subtle">{kind === 'uses' ? 'uses this' : 'tried this'}</span>
        {outcome && <Lozenge tone={outcomeTones[outcome]}>{outcomeWords[outcome]}</Lozenge>}
      </div>
      {story && <Prose text={story} />}
      {measure && (
        <p className="measure">
          {measure.name}: {measure.before !== undefined && <>{measure.before.toLocaleString('en')} → </>}
          <strong>{measure.after.toLocaleString('en')}</strong> {measure.unit}
        </p>
      )}
      <p className="subtle small">
        {by.name}, {dayOf(at)}
      </p>
    </li>
  );
}
