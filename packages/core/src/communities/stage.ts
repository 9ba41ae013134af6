import type { StateTone } from '../kernel/state-tone.ts';

/** Stages of development after Wenger, McDermott and Snyder (2002), and `closed`, which a community can come back from. */
export const stages = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'closed'] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, { readonly name: string; readonly means: string }>> = {
  potential: { name: 'Potential', means: 'People find that they share a concern' },
  coalescing: { name: 'Coalescing', means: 'They come together and see value early' },
  maturing: { name: 'Maturing', means: 'The community finds its focus, its role and its boundaries' },
  stewardship: { name: 'Stewardship', means: 'It keeps its knowledge fresh and its voice lively' },
  transformation: { name: 'Transformation', means: 'It becomes something else, or lets go' },
  closed: { name: 'Closed', means: 'It has ended; what it learned stays readable' },
};

export const stageTones: Readonly<Record<Stage, StateTone>> = {
  potential: 'quiet',
  coalescing: 'moving',
  maturing: 'moving',
  stewardship: 'good',
  transformation: 'care',
  closed: 'quiet',
};
