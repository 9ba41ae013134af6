import { type Change, change } from '../kernel/change.ts';
import { DAY_MS } from '../kernel/durations.ts';
import type { CircleId, CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CircleEvent } from './events.ts';
import { type Here, wrongDay } from './held-day.ts';
import { type CircleState, circleSizes, daysOf, type Rhythm } from './mentoring.ts';

/** A peer of a circle; `place` is their turn in leading it, from 1. Places stay when somebody leaves. */
export type Peer = { readonly personId: PersonId; readonly place: number; readonly since: Date };

/** What a meeting of the circle came to; its peers may read it, and nobody else. */
export type CircleMeeting = {
  readonly number: number;
  readonly heldOn: string;
  readonly facilitatorId: PersonId | undefined;
  readonly note: string;
  readonly at: Date;
};

/** Six to eight peers who meet a fixed number of times and lead in turn: mentoring without a mentor. */
export type Circle = {
  readonly id: CircleId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly title: string;
  readonly purpose: string;
  readonly topics: readonly string[];
  readonly rhythm: Rhythm;
  /** Peers at most, 6 to 8. */
  readonly size: number;
  /** Meetings after which it ends. */
  readonly meetings: number;
  readonly state: CircleState;
  readonly peers: readonly Peer[];
  readonly held: readonly CircleMeeting[];
  readonly foundedAt: Date;
  readonly closedAt: Date | undefined;
  readonly revision: number;
};
export type CircleChange = Change<Circle, CircleEvent>;

type Founding = Pick<
  Circle,
  'id' | 'organisationId' | 'communityId' | 'title' | 'purpose' | 'topics' | 'rhythm' | 'size' | 'meetings'
>;

/** Whoever founds a circle is its first peer. */
export function foundCircle(founding: Founding, founder: PersonId, now: Date): CircleChange {
  const state: Circle = {
    ...founding,
    state: 'forming',
    peers: [{ personId: founder, place: 1, since: now }],
    held: [],
    foundedAt: now,
    closedAt: undefined,
    revision: 0,
  };
  return change(state, { type: 'circle.founded', ...about(state) });
}

export const isPeer = ({ peers }: Pick<Circle, 'peers'>, personId: PersonId) =>
  peers.some((peer) => peer.personId === personId);

/** Takes a place in a circle that has not begun to meet: later the peers have told each other too much. */
export function joinCircle(
  circle: Circle,
  personId: PersonId,
  now: Date,
): Result<CircleChange | undefined, 'circle-full' | 'circle-began' | 'circle-closed'> {
  if (circle.state === 'closed') return refuse('circle-closed');
  if (isPeer(circle, personId)) return ok(undefined);
  if (circle.state === 'meeting') return refuse('circle-began');
  if (circle.peers.length >= circle.size) return refuse('circle-full');
  const place = Math.max(0, ...circle.peers.map((peer) => peer.place)) + 1;
  return ok(change({ ...circle, peers: [...circle.peers, { personId, place, since: now }] }));
}

/** Leaves; a circle that nobody is left in ends. */
export function leaveCircle(circle: Circle, personId: PersonId, now: Date): CircleChange | undefined {
  if (!isPeer(circle, personId)) return undefined;
  const left = { ...circle, peers: circle.peers.filter((peer) => peer.personId !== personId) };
  return left.peers.length === 0 && circle.state !== 'closed' ? ended(left, now) : change(left, ...turn(circle, left));
}

/**
 * What becomes of a circle whose peers have changed without their doing, as when somebody is erased: it ends where nobody
 * is left, and whoever leads now hears of it unless they are the one who was `told`.
 */
export function passTurnOn(circle: Circle, told: PersonId | undefined, now: Date): CircleChange | undefined {
  if (circle.state === 'closed') return undefined;
  if (circle.peers.length === 0) return ended(circle, now);
  const leads = leaderOf(circle);
  if (leads === undefined || leads === told) return undefined;
  return change(circle, { type: 'circle.turn', ...about(circle), personId: leads });
}

/** The peers begin to meet, once there are six of them. */
export function beginCircle(circle: Circle): Result<CircleChange | undefined, 'too-few-peers' | 'circle-closed'> {
  if (circle.state === 'closed') return refuse('circle-closed');
  if (circle.state === 'meeting') return ok(undefined);
  if (circle.peers.length < circleSizes.least) return refuse('too-few-peers');
  const personIds = circle.peers.map(({ personId }) => personId);
  const meeting: Circle = { ...circle, state: 'meeting' };
  return ok(change(meeting, { type: 'circle.began', ...about(circle), personIds }, ...turn(circle, meeting)));
}

/**
 * Whose turn it is to lead the next meeting: the peers one after the other, in the order of their places. Whoever has led
 * fewest is next, so that nobody is passed over when another one leaves.
 */
export function facilitatorOf({ peers, held }: Pick<Circle, 'peers' | 'held'>): PersonId | undefined {
  const led = ({ personId }: Peer) => held.filter(({ facilitatorId }) => facilitatorId === personId).length;
  return peers.toSorted((a, b) => led(a) - led(b) || a.place - b.place)[0]?.personId;
}

/** Who leads the meeting that comes next, where there is one. */
export const leaderOf = (circle: Circle): PersonId | undefined =>
  nextMeeting(circle) === undefined ? undefined : facilitatorOf(circle);

/** The number of the meeting that comes next, or `undefined` when there is none. */
export const nextMeeting = ({ state, held, meetings }: Pick<Circle, 'state' | 'held' | 'meetings'>) =>
  state === 'meeting' && held.length < meetings ? held.length + 1 : undefined;

/** About when the next meeting is (YYYY-MM-DD): by the rhythm, so many days after the last one. Before the first nobody knows. */
export function nextIsDue({ held, rhythm }: Pick<Circle, 'held' | 'rhythm'>): string | undefined {
  const last = held.at(-1);
  if (!last) return undefined;
  const due = Date.parse(`${last.heldOn}T00:00:00Z`) + daysOf[rhythm] * DAY_MS;
  return new Date(due).toISOString().slice(0, 10);
}

export type NoMeeting =
  | 'circle-not-meeting'
  | 'meeting-already-noted'
  | 'meeting-not-next'
  | 'day-to-come'
  | 'day-before-beginning';

/**
 * Notes a meeting; with the last one the circle ends. Whoever notes it says which one it was, so that two who note the same
 * one count it once.
 */
export function noteMeeting(
  circle: Circle,
  { number, heldOn, note }: Pick<CircleMeeting, 'number' | 'heldOn' | 'note'>,
  here: Here,
): Result<CircleChange, NoMeeting> {
  if (circle.held.some((one) => one.number === number)) return refuse('meeting-already-noted');
  const next = nextMeeting(circle);
  if (next === undefined) return refuse('circle-not-meeting');
  if (number !== next) return refuse('meeting-not-next');
  const wrong = wrongDay(heldOn, circle.foundedAt, here);
  if (wrong) return refuse(wrong);
  const meeting = { number, heldOn, facilitatorId: facilitatorOf(circle), note, at: here.now };
  const met = { ...circle, held: [...circle.held, meeting] };
  return ok(number === circle.meetings ? ended(met, here.now) : change(met, ...turn(circle, met)));
}

/** Whose turn it is to lead, where that is another meeting or somebody else than before. */
function turn(before: Circle, after: Circle): readonly CircleEvent[] {
  const [number, personId] = [nextMeeting(after), facilitatorOf(after)];
  const known = number === nextMeeting(before) && personId === facilitatorOf(before);
  if (number === undefined || personId === undefined || known) return [];
  return [{ type: 'circle.turn', ...about(after), personId }];
}

const ended = (circle: Circle, now: Date) =>
  change({ ...circle, state: 'closed' as const, closedAt: now }, { type: 'circle.closed', ...about(circle) } as const);
const about = ({ id, communityId }: Pick<Circle, 'id' | 'communityId'>) => ({ circleId: id, communityId });
