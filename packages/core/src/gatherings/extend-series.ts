import { DAYS_AHEAD } from './limits.ts';
import { horizonOf, planDates } from './plan.ts';
import type { Upkeep } from './ports.ts';
import { DAY_MS } from '../kernel/durations.ts';

type Deps = {
  readonly upkeep: Upkeep;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Hears of a series that cannot be planned on; the others are. */
  readonly onError: (error: unknown) => void;
};

/** Dates are added when a month less than usual is planned, so that a series is looked at twelve times a year. */
const SLACK_DAYS = 30;
const PORTION = 200;

/** Adds the dates that have come into reach to every series. Safe to repeat, and to be done by several processes. */
export async function extendSeries({ upkeep, newId, now, onError }: Deps, signal: AbortSignal): Promise<void> {
  for (let more = true; more && !signal.aborted;) {
    const at = now();
    const short = await upkeep.short(new Date(at.getTime() + (DAYS_AHEAD - SLACK_DAYS) * DAY_MS), PORTION);
    more = short.length === PORTION;
    for (const { gathering, lastTurn } of short) {
      await extend({ upkeep, newId }, { gathering, lastTurn, at }).catch(onError);
    }
  }
}

async function extend(
  { upkeep, newId }: Pick<Deps, 'upkeep' | 'newId'>,
  { gathering, lastTurn, at }: Awaited<ReturnType<Upkeep['short']>>[number] & { readonly at: Date },
) {
  const until = horizonOf(gathering, at) ?? at;
  const dates = planDates(gathering, { after: gathering.plannedUntil ?? at, until, newId, lastTurn });
  if (!dates.ok) throw new Error(`The dates of a series could not be planned: ${dates.reason}`);
  await upkeep.extend(gathering, dates.value, until);
}
