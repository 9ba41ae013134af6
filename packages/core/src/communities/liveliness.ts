import { DAY_MS } from '../kernel/durations.ts';
/** After this many days without anything new, a community counts half as lively as before. */
export const HALF_LIFE_DAYS = 14;
/** What a community starts with: it stands beside one that had 32 small things happen this week, and fades as quickly. */
export const NEWCOMER_BOOST = 32;

/** How much has happened, as it weighed at `last`. Both change with each thing that happens, and only then. */
export type Activity = { readonly activity: number; readonly last: Date };

/**
 * Adds something that happened at `at`. What happened before fades by half every `HALF_LIFE_DAYS`, so the order in
 * which things are added does not matter.
 */
export function enliven({ activity, last }: Activity, weight: number, at: Date): Activity {
  const days = (at.getTime() - last.getTime()) / DAY_MS;
  return days >= 0
    ? { activity: activity * faded(days) + weight, last: at }
    : { activity: activity + weight * faded(-days), last };
}

const faded = (days: number) => 2 ** (-days / HALF_LIFE_DAYS);

/**
 * The place of a community in the directory, lively and new ones first: log2(1 + activity) + last / half-life.
 *
 * Activity that fades by half each half-life loses 1 in its binary logarithm, and so does every community alike: the
 * difference between two of them stays the same while nothing happens. The number is therefore stored, changes only
 * when something happens, and a page of the directory is a plain index scan. The 1 keeps a single event from counting
 * for more than it is.
 *
 * The idea is InnerSource's repository activity score (weights per kind of activity, recency, a newcomer boost, a log
 * scale; `repository-activity-score.md`), with its ageing done as in «hot» rankings of news sites.
 */
export const liveliness = ({ activity, last }: Activity) =>
  Math.log2(1 + activity) + last.getTime() / DAY_MS / HALF_LIFE_DAYS;

/** How much each fact weighs; what is not listed does not make a community livelier. */
export const activityWeights: Readonly<Record<string, number>> = {
  'community.edited': 1,
  'community.stage-changed': 2,
  'community.reopened': 4,
  'community.connected': 2,
  'membership.joined': 3,
  'role.granted': 1,
  'question.asked': 3,
  'answer.given': 3,
  'answer.accepted': 4,
  'comment.made': 1,
  'practice.drafted': 2,
  'gathering.scheduled': 2,
  'agenda.added': 1,
  'occurrence.recapped': 2,
  'practice.edited': 2,
  'practice.life-changed': 4,
  'practice.endorsed': 2,
  'practice.adopted': 5,
};
