import type { StateTone } from '../kernel/state-tone.ts';

/** The life of a practice. */
export const lives = ['draft', 'proposed', 'endorsed', 'in-use', 'under-review', 'retired'] as const;
export type Life = (typeof lives)[number];

export const lifeNames: Readonly<Record<Life, { readonly name: string; readonly means: string }>> = {
  draft: { name: 'Draft', means: 'Being written; only its authors and stewards see it' },
  proposed: { name: 'Proposed', means: 'Ready for the community to weigh' },
  endorsed: { name: 'Endorsed', means: 'The community stands behind it' },
  'in-use': { name: 'In use', means: 'Endorsed, and at least one team works this way' },
  'under-review': { name: 'Under review', means: 'Being checked whether it still holds' },
  retired: { name: 'Retired', means: 'No longer advised; kept for the record' },
};

export const lifeTones: Readonly<Record<Life, StateTone>> = {
  draft: 'quiet',
  proposed: 'moving',
  endorsed: 'good',
  'in-use': 'good',
  'under-review': 'care',
  retired: 'quiet',
};

/** What can be done to a practice's life: the words of the API and of the buttons. */
export const lifeActions = [
  'propose',
  'withdraw',
  'endorse',
  'put-in-use',
  'start-review',
  'confirm',
  'retire',
  'revive',
] as const;
export type LifeAction = (typeof lifeActions)[number];

/** Who may see a practice once it is proposed. */
export const practiceVisibilities = ['members', 'organisation', 'partners'] as const;
export type PracticeVisibility = (typeof practiceVisibilities)[number];

/** «We use this» or «we tried it: this happened». */
export const adoptionKinds = ['uses', 'tried'] as const;
export type AdoptionKind = (typeof adoptionKinds)[number];
export const adoptionOutcomes = ['helped', 'mixed', 'did-not-help', 'too-early'] as const;
export type AdoptionOutcome = (typeof adoptionOutcomes)[number];
export const creditKinds = ['author', 'contributor', 'reviewer'] as const;
export type CreditKind = (typeof creditKinds)[number];
