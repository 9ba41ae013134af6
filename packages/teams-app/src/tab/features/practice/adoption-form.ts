import type { RecordAdoptionInput } from '@copse/core/contracts';
import type { AdoptionKind, AdoptionOutcome } from '@copse/core/vocabulary';
import { typedNumber } from './adoption-words.ts';

export type AdoptionForm = {
  readonly kind: AdoptionKind;
  readonly team: string;
  readonly outcome: AdoptionOutcome | '';
  readonly story: string;
  readonly measure: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
};

export const emptyAdoption: AdoptionForm = {
  kind: 'uses',
  team: '',
  outcome: '',
  story: '',
  measure: '',
  before: '',
  after: '',
  unit: '',
};

export type AdoptionProblems = Partial<Record<'team' | 'outcome' | 'measure' | 'before' | 'after', string>>;

/** What is missing, by field. The measure is optional, but half a measure is none. */
export function adoptionProblems(form: AdoptionForm): AdoptionProblems {
  const measured = [form.measure, form.before, form.after, form.unit].some((text) => text.trim() !== '');
  return {
    ...(form.team.trim() === '' ? { team: 'Name the team or the project.' } : {}),
    ...(form.kind === 'tried' && form.outcome === '' ? { outcome: 'Say what happened when you tried it.' } : {}),
    ...(measured && form.measure.trim() === '' ? { measure: 'Say what you measured.' } : {}),
    ...(measured && typedNumber(form.after) === undefined ? { after: 'Write the value as a number.' } : {}),
    ...(form.before.trim() !== '' && typedNumber(form.before) === undefined
      ? { before: 'Write the value as a number, or leave it empty.' }
      : {}),
  };
}

/** The request for a form without problems. */
export function adoptionBody(form: AdoptionForm): RecordAdoptionInput {
  const { kind, team, outcome, story, measure, unit } = form;
  const after = typedNumber(form.after);
  const before = typedNumber(form.before);
  return {
    kind,
    team: team.trim(),
    ...(outcome ? { outcome } : {}),
    ...(story.trim() ? { story } : {}),
    ...(measure.trim() && after !== undefined
      ? {
          measure: {
            name: measure.trim(),
            after,
            ...(before === undefined ? {} : { before }),
            ...(unit.trim() ? { unit: unit.trim() } : {}),
          },
        }
      : {}),
  };
}
