import { StaleWriteError } from '../kernel/errors.ts';
import type { RoundId } from '../kernel/ids.ts';
import { isTooSoon, nextAfter } from './arrangement.ts';
import type { IntroductionDeps } from './ports.ts';

const AT_ONCE = 100;

/** Begins the rounds whose time has come. Several processes may do so at once: each round begins once. */
export async function beginDueRounds({
  rounds,
  newId,
  now,
}: Pick<IntroductionDeps, 'rounds' | 'newId' | 'now'>): Promise<void> {
  const at = now();
  for (const { communityId, organisationId } of await rounds.due(at, AT_ONCE)) {
    const { arrangement, lastNumber, lastAt } = await rounds.standing({ id: communityId, organisationId });
    // Another process began it, and perhaps nobody could be introduced in it.
    if (!arrangement.nextAt || arrangement.nextAt > at) continue;
    const nextAt = nextAfter(arrangement, at);
    if (isTooSoon(lastAt, at)) {
      await rounds.postpone(communityId, nextAt);
      continue;
    }
    const number = lastNumber + 1;
    const begun = { id: newId() as RoundId, organisationId, communityId, number, begunAt: at };
    try {
      await rounds.begin({ ...begun, size: arrangement.size, begunBy: undefined, plannedAt: undefined }, nextAt);
    } catch (error) {
      // Another process, or a coordinator, began it in this moment.
      if (!(error instanceof StaleWriteError)) throw error;
    }
  }
}
