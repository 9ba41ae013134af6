import type { StateTone } from '../kernel/state-tone.ts';

/** Where a question stands; always shown. `kept`: what was learned lives on as a practice. */
export const questionStates = ['open', 'with-expert', 'answered', 'accepted', 'kept', 'closed', 'duplicate'] as const;
export type QuestionState = (typeof questionStates)[number];

export const questionStateNames: Readonly<Record<QuestionState, { readonly name: string; readonly means: string }>> = {
  open: { name: 'Open', means: 'Waiting for an answer' },
  'with-expert': { name: 'With an expert', means: 'Somebody who knows has been asked' },
  answered: { name: 'Answered', means: 'There is an answer; the asker has not said whether it helped' },
  accepted: { name: 'Accepted', means: 'The asker says that an answer solved it' },
  kept: { name: 'Kept as practice', means: 'What was learned is kept as a practice' },
  closed: { name: 'Closed', means: 'No more answers are looked for' },
  duplicate: { name: 'Asked before', means: 'Another question has the answer' },
};

export const questionTones: Readonly<Record<QuestionState, StateTone>> = {
  open: 'moving',
  'with-expert': 'moving',
  answered: 'moving',
  accepted: 'good',
  kept: 'good',
  closed: 'quiet',
  duplicate: 'quiet',
};

export const closeReasons = ['no-longer-needed', 'solved-elsewhere', 'off-topic', 'cannot-be-answered'] as const;
export type CloseReason = (typeof closeReasons)[number];

export const questionVisibilities = ['members', 'organisation', 'partners'] as const;
export type QuestionVisibility = (typeof questionVisibilities)[number];

/** Lengths in characters, counts in items. */
export const questionLimits = {
  title: 200,
  details: 20_000,
  answer: 20_000,
  comment: 2000,
  topics: 5,
  note: 500,
} as const;

/** What the state of a question follows from. */
export type Standing = {
  readonly duplicate: boolean;
  /** A practice that is no draft any more was composed from it. */
  readonly kept: boolean;
  readonly accepted: boolean;
  readonly closed: boolean;
  readonly answers: number;
  /** People who know and have been asked. */
  readonly asked: number;
};

/** Where a question stands: the furthest it has come. The column `question.state` decides the same. */
export function stateOf({ duplicate, kept, accepted, closed, answers, asked }: Standing): QuestionState {
  if (duplicate) return 'duplicate';
  if (kept) return 'kept';
  if (accepted) return 'accepted';
  if (closed) return 'closed';
  if (answers > 0) return 'answered';
  return asked > 0 ? 'with-expert' : 'open';
}

/** One stop on the way of a question. */
export const stopPlaces = ['passed', 'here', 'ahead'] as const;
export type QuestionStop = { readonly state: QuestionState; readonly is: (typeof stopPlaces)[number] };

/** The usual way, in order; closed and duplicate lie beside it. */
const usualWay = ['open', 'with-expert', 'answered', 'accepted', 'kept'] as const satisfies readonly QuestionState[];

type Past = Pick<Standing, 'accepted' | 'answers'> & {
  /** Somebody who knows was asked at some time, however that went. */
  readonly everAsked: boolean;
};

/**
 * The way of a question as it is drawn: the stops that it has come through, where it is, and what may still come.
 *
 * A stop that was skipped is left out: a question that was answered before anybody was asked was never with an expert,
 * and nothing that happens later makes that true.
 */
export function wayOf(state: QuestionState, { accepted, answers, everAsked }: Past): readonly QuestionStop[] {
  const been: Readonly<Record<(typeof usualWay)[number], boolean>> = {
    open: true,
    'with-expert': everAsked,
    answered: answers > 0,
    accepted,
    kept: false,
  };
  const here = usualWay.findIndex((one) => one === state);
  const past = usualWay.filter((one, index) => (here === -1 || index < here) && been[one]);
  return [
    ...past.map((one) => ({ state: one, is: 'passed' }) as const),
    { state, is: 'here' },
    ...(here === -1 ? [] : usualWay.slice(here + 1).map((one) => ({ state: one, is: 'ahead' }) as const)),
  ];
}

/** Where help is wanted. */
export const unsolvedStates = ['open', 'with-expert', 'answered'] as const satisfies readonly QuestionState[];
