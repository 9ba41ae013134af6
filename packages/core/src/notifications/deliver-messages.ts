import { setTimeout as pause } from 'node:timers/promises';
import { together } from '../sql/together.ts';
import { pauseBefore } from './backoff.ts';
import { IN_DOUBT, type Outcome } from './messenger.ts';
import { pack, type Packed } from './parcel.ts';
import { portions } from './portions.ts';
import type { DeliveryStore, Messenger, Parcel, Settlement } from './ports.ts';

type Deps = {
  readonly deliveries: DeliveryStore;
  readonly messenger: Messenger;
  readonly now: () => Date;
  /** A number from 0 to 1. */
  readonly dice: () => number;
  /** Hears of what went wrong where the work goes on all the same. */
  readonly onError: (error: unknown) => void;
  /** After so many ms a process that holds a message is taken for dead. */
  readonly hold?: number;
};

/** Messages that are taken in hand together. */
const PORTION = 128;
/** And how many are in hand at most: eight seconds of them at the pace of Teams. */
const IN_HAND = 3 * PORTION;
/**
 * Messages leave together that may leave within so many ms, with one note for all. Of a killed process they are in doubt,
 * so it is not longer.
 */
const LEAVE_TOGETHER_MS = 5;
/** What became of them is noted together, too. */
const NOTE_TOGETHER_MS = 40;
/** A process that holds a message for longer is taken for dead. Sending gives up well before. */
const HOLD_MS = 120_000;
const TRIES_TO_NOTE = 20;
const PAUSE_TO_NOTE_MS = 1500;
/** How often a message may be lost sight of before it is left at that: it would come three times at the worst. */
const DOUBTS = 3;

/**
 * Sends all that is due in one organisation, and ends when there is nothing more, or when `signal` asks it to.
 *
 * A message is taken in hand, noted as handed over right before it leaves, and its end is noted as soon as Teams has
 * answered. Of what a killed process held, only what had been handed over is in doubt, and has most probably arrived: it
 * is not sent again, and says so. What a living process gets no clear answer to has most probably not arrived: it is sent
 * again, a few times, and `message.unsure` counts them. Nothing else is sent twice (`docs/decisions/0008`).
 */
export async function deliverMessages(deps: Deps, organisationId: string, signal: AbortSignal): Promise<number> {
  const { deliveries, now } = deps;
  const note = together((settlements: readonly Settlement[]) => settle(deps, settlements), NOTE_TOGETHER_MS);
  const handOver = together(
    (handed: readonly Parcel[]) => deliveries.handOver(handed, heldUntil(deps)),
    LEAVE_TOGETHER_MS,
  );
  let sent = 0;
  await portions<Parcel>({
    take: (limit) => deliveries.claim(organisationId, { limit, now: now(), until: heldUntil(deps) }),
    async work(parcel) {
      const settlement = await deliverOne(deps, parcel, { signal, handOver });
      if (settlement?.became === 'sent') sent += 1;
      if (settlement) await note(settlement);
    },
    portion: PORTION,
    most: IN_HAND,
    signal,
  });
  return sent;
}

const heldUntil = ({ now, hold = HOLD_MS }: Deps) => new Date(now().getTime() + hold);

/** What could not be noted would be in doubt, so while the database is away it is tried again for half a minute. */
async function settle({ deliveries, now, onError }: Deps, batch: readonly Settlement[]): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await deliveries.settle(batch, now());
    } catch (error) {
      onError(error);
      if (tries >= TRIES_TO_NOTE) throw error;
      await pause(PAUSE_TO_NOTE_MS);
    }
  }
}

type Underway = {
  readonly signal: AbortSignal;
  /** Notes that messages leave now; answers those that are still ours. */
  readonly handOver: (parcel: Parcel) => Promise<ReadonlySet<string>>;
};

/** Nothing where the message is not ours any more, because we were taken for dead: what becomes of it others will note. */
async function deliverOne(deps: Deps, parcel: Parcel, { signal, handOver }: Underway): Promise<Settlement | undefined> {
  const now = deps.now();
  const { messageId, claim, destination } = parcel;
  const packed = parcel.nobody
    ? { message: undefined, sent: [], verdicts: nobody(parcel) }
    : pack(parcel.claimed, parcel.recipient, now);
  const about = { messageId, claim, verdicts: packed.verdicts };
  if (!packed.message) return { ...about, became: 'nothing' };
  if (destination === 'blocked') return blocked(about, parcel, packed);
  if (typeof destination === 'string') return { ...about, became: 'failed', ids: packed.sent, failure: destination };

  let left: 'not yet' | 'ours' | 'lost' = 'not yet';
  const mayLeave = async () => {
    const ours = await handOver(parcel).catch(deps.onError);
    left = ours?.has(messageId) ? 'ours' : 'lost';
    return left === 'ours';
  };
  const underway = { signal, handOver: mayLeave };
  const outcome = await deps.messenger(destination, packed.message, underway).catch((error: unknown): Outcome => {
    deps.onError(error);
    return { outcome: 'later', reason: 'unexpected', unsure: left === 'ours' };
  });
  return (left as string) === 'lost' ? undefined : settlementOf(deps, parcel, packed, outcome);
}

type About = Pick<Settlement, 'messageId' | 'claim' | 'verdicts'>;

async function settlementOf(deps: Deps, parcel: Parcel, packed: Packed, outcome: Outcome): Promise<Settlement> {
  const now = deps.now();
  const { messageId, claim, tries } = parcel;
  const about: About = { messageId, claim, verdicts: packed.verdicts };
  const ids = packed.sent;
  switch (outcome.outcome) {
    case 'sent': {
      const { conversationId, activityId } = outcome;
      if (conversationId !== undefined) await deps.deliveries.learn(parcel, { conversationId }, now);
      // By its id in Teams somebody with rights there could look up whom it went to.
      const kept = parcel.recipient?.veiled ? undefined : activityId;
      return { ...about, became: 'sent', ids, activityId: kept, posted: parcel.recipient === undefined };
    }
    case 'blocked':
      await deps.deliveries.learn(parcel, 'blocked', now);
      return blocked(about, parcel, packed);
    case 'refused':
      return { ...about, became: 'failed', ids, failure: outcome.reason };
    case 'later': {
      const unsure = outcome.unsure ?? false;
      if (unsure && parcel.doubts + 1 >= DOUBTS) return { ...about, became: 'failed', ids, failure: IN_DOUBT };
      const dueAt = new Date(now.getTime() + pauseBefore(tries, deps.dice(), outcome.afterMs));
      return { ...about, became: 'later', ids, dueAt, failure: outcome.reason, unsure };
    }
  }
}

/** Of somebody unnamed it is not said that they have blocked the bot: few have. */
const blocked = (about: About, { recipient }: Parcel, { sent: ids }: Packed): Settlement =>
  recipient?.veiled
    ? { ...about, became: 'failed', ids, failure: 'not-taken' }
    : { ...about, became: 'blocked', ids, failure: undefined };

const nobody = ({ claimed }: Parcel) =>
  claimed.map(({ id }) => ({ id, state: 'expired', failure: 'not-there' }) as const);
