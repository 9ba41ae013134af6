import type { PersonId } from '../kernel/ids.ts';
import { isAtWork } from '../identity/working-hours.ts';
import { happenings, type What } from './happening.ts';
import { kindsOfNotification } from './kind.ts';
import { timeOf, type Times } from './preferences.ts';
import { type Availability, GATHER_MS, nextAvailable, type Timing, whenToSend } from './timing.ts';

/** Somebody who may be told something, with what decides when. */
export type Recipient = Availability & {
  readonly personId: PersonId;
  readonly usual: Times;
  readonly communities: ReadonlyMap<string, Times>;
  /** Nobody may learn that it is they, because they wrote anonymously. */
  readonly veiled: boolean;
};

export type Told = Exclude<Timing, { state: 'unwanted' }> | { readonly state: 'unwanted'; readonly dueAt: Date };
type About = {
  readonly what: What;
  readonly communityId: string | undefined;
  readonly now: Date;
  /** When the date begins that it is about, where it is of no use after that. */
  readonly begins?: Date | undefined;
};

const HOUR_MS = 60 * 60_000;

/**
 * When a recipient is told something.
 *
 * For somebody unnamed the row says the same whatever they chose and wherever they live, since their habits would narrow
 * down who they are: it is looked at again every hour, and sent when it may be. What they do not want runs out unsent.
 *
 * What would come only after the date it is about has begun goes at once, outside of working hours, instead of with a
 * digest and while they are away: they have said themselves that they come then, and later it is of no use to them.
 */
export function tell(recipient: Recipient, { what, communityId, now, begins }: About, gather = GATHER_MS): Told {
  if (recipient.veiled) return { state: 'queued', dueAt: new Date(now.getTime() + gather) };
  const time = timeOf(recipient, happenings[what].kind, communityId);
  const timing = whenToSend(time, recipient, now, gather);
  if (timing.state === 'unwanted') return { state: 'unwanted', dueAt: now };
  return isTooLate(timing.dueAt, begins, now) ? { state: 'queued', dueAt: new Date(now.getTime() + gather) } : timing;
}

/** The same question at the moment of sending, hours later perhaps: now, later, or not any more. */
export function mayGo(recipient: Recipient, { what, communityId, now, begins }: About): 'now' | 'never' | Date {
  const time = timeOf(recipient, happenings[what].kind, communityId);
  if (recipient.veiled) {
    const open = time === 'now' ? isThere(recipient, now) : time !== 'never' && hasJustCome(recipient, now);
    return open ? 'now' : new Date(now.getTime() + HOUR_MS);
  }
  // What waited for a digest goes with it; all that is left to see to is that the person is there.
  if (time === 'never') return 'never';
  const next = nextAvailable(recipient, now);
  return next > now && !isTooLate(next, begins) ? next : 'now';
}

/** A date that had begun when it happened is past helping: what is told of it can wait. */
const isTooLate = (at: Date, begins: Date | undefined, since?: Date) =>
  begins !== undefined && at >= begins && (since === undefined || begins > since);

const isThere = (recipient: Recipient, at: Date) => nextAvailable(recipient, at).getTime() === at.getTime();

/** Within the first hour of their day, and a little: that is looked at once an hour. */
const hasJustCome = (recipient: Recipient, now: Date) =>
  isThere(recipient, now) && !isAtWork(recipient, new Date(now.getTime() - 1.2 * HOUR_MS));

/** Until when it is of use. */
export const expiryOf = (what: What, now: Date): Date =>
  new Date(now.getTime() + kindsOfNotification[happenings[what].kind].days * 24 * HOUR_MS);
