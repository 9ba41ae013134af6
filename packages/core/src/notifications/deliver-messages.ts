import { setTimeout as pause } from 'node:timers/promises';
import { pauseBefore } from './backoff.ts';
import type { Outcome } from './messenger.ts';
import { pack, type Packed } from './parcel.ts';
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

/** Messages that one lane has in hand. Few, because those are the ones that a crash leaves in doubt. */
const IN_HAND = 32;
/** While one lane reads and writes, the others send, so that the pace does not falter. */
const LANES = 3;
/** A process that holds a message for longer is taken for dead. Sending gives up well before. */
const HOLD_MS = 120_000;
const TRIES_TO_NOTE = 20;
const PAUSE_TO_NOTE_MS = 1500;

/**
 * Sends all that is due in one organisation, and ends when there is nothing more, or when `signal` asks it to.
 *
 * A message is taken in hand and noted as such before it is sent, and its end is noted as soon as Teams has answered. A
 * process that is killed in between leaves it in doubt; then it is sent again, because a message that comes twice does
 * less harm than one that never comes, and `message.unsure` counts it. Nothing else is sent twice.
 */
export async function deliverMessages(deps: Deps, organisationId: string, signal: AbortSignal): Promise<number> {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => lane(deps, organisationId, signal)));
  return lanes.reduce((sum, one) => sum + one, 0);
}

async function lane(deps: Deps, organisationId: string, signal: AbortSignal): Promise<number> {
  let sent = 0;
  while (!signal.aborted) {
    const now = deps.now();
    const until = new Date(now.getTime() + (deps.hold ?? HOLD_MS));
    const parcels = await deps.deliveries.claim(organisationId, { limit: IN_HAND, now, until });
    if (parcels.length === 0) break;
    const note = noting(deps);
    await Promise.all(
      parcels.map(async (parcel) => {
        const settlement = await deliverOne(deps, parcel, signal);
        if (settlement.became === 'sent') sent += 1;
        await note(settlement);
      }),
    );
  }
  return sent;
}

/**
 * Notes together what ends at about the same time: one statement while the next ones come in.
 *
 * What could not be noted would be sent once more, so while the database is away it is tried again for half a minute.
 */
function noting({ deliveries, now, onError }: Deps): (settlement: Settlement) => Promise<void> {
  let waiting: Settlement[] = [];
  let writing: Promise<void> | undefined;

  async function settle(batch: readonly Settlement[], tries = 0): Promise<void> {
    try {
      await deliveries.settle(batch, now());
    } catch (error) {
      onError(error);
      if (tries >= TRIES_TO_NOTE) throw error;
      await pause(PAUSE_TO_NOTE_MS);
      await settle(batch, tries + 1);
    }
  }
  async function write() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await settle(batch);
    }
  }
  return async (settlement) => {
    waiting.push(settlement);
    await writing;
    if (waiting.includes(settlement)) writing = write();
    await writing;
  };
}

async function deliverOne(deps: Deps, parcel: Parcel, signal: AbortSignal): Promise<Settlement> {
  const now = deps.now();
  const { messageId, claim, destination } = parcel;
  const packed = parcel.nobody
    ? { message: undefined, sent: [], verdicts: nobody(parcel) }
    : pack(parcel.claimed, parcel.recipient, now);
  const about = { messageId, claim, verdicts: packed.verdicts };
  if (!packed.message) return { ...about, became: 'nothing' };
  if (destination === 'blocked') return blocked(about, parcel, packed);
  if (typeof destination === 'string') return { ...about, became: 'failed', ids: packed.sent, failure: destination };

  const outcome = await deps.messenger(destination, packed.message, signal).catch((error: unknown): Outcome => {
    deps.onError(error);
    return { outcome: 'later', reason: 'unexpected', unsure: true };
  });
  return settlementOf(deps, parcel, packed, outcome);
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
      return { ...about, became: 'sent', ids, activityId };
    }
    case 'blocked':
      await deps.deliveries.learn(parcel, 'blocked', now);
      return blocked(about, parcel, packed);
    case 'refused':
      return { ...about, became: 'failed', ids, failure: outcome.reason };
    case 'later': {
      const dueAt = new Date(now.getTime() + pauseBefore(tries, deps.dice(), outcome.afterMs));
      return { ...about, became: 'later', ids, dueAt, failure: outcome.reason, unsure: outcome.unsure ?? false };
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
