import { type Change, change } from '../kernel/change.ts';
import type { CommunityId, MentoringRequestId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MentoringEvent } from './events.ts';
import { MENTOR_HAS_DAYS, type RequestState, type Rhythm } from './mentoring.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** Where a mentor who was asked stands. `silent`: the time was over, and the next one was asked. */
export type ProposalState = 'asked' | 'accepted' | 'declined' | 'silent' | 'withdrawn';

export type Proposal = {
  readonly mentorId: PersonId;
  readonly state: ProposalState;
  /** Why these two, as a sentence to both. */
  readonly because: string;
  readonly askedAt: Date;
  /** Until when the mentor may answer. */
  readonly until: Date;
  readonly settledAt: Date | undefined;
};

/** Somebody looks for a mentor in a community: one mentor at a time is asked, none twice. */
export type MentoringRequest = {
  readonly id: MentoringRequestId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly seekerId: PersonId;
  readonly goal: string;
  readonly topics: readonly string[];
  readonly rhythm: Rhythm;
  /** Who is asked first, where they have room and suit. */
  readonly wishedId: PersonId | undefined;
  readonly state: RequestState;
  readonly proposals: readonly Proposal[];
  readonly createdAt: Date;
  readonly revision: number;
};
export type RequestChange = Change<MentoringRequest, MentoringEvent>;

type Opening = Omit<MentoringRequest, 'state' | 'proposals' | 'revision'>;

export function openRequest(opening: Opening): RequestChange {
  const state: MentoringRequest = { ...opening, state: 'looking', proposals: [], revision: 0 };
  return change(state, { type: 'mentoring.requested', ...about(state), personId: state.seekerId });
}

/** Asks one mentor. Nothing happens where nobody is looked for any more, or that one was asked before. */
export function askMentor(
  request: MentoringRequest,
  { mentorId, because }: { readonly mentorId: PersonId; readonly because: string },
  now: Date,
): RequestChange | undefined {
  if (request.state !== 'looking' || request.proposals.some((one) => one.mentorId === mentorId)) return undefined;
  const until = new Date(now.getTime() + MENTOR_HAS_DAYS * DAY_MS);
  const proposal: Proposal = { mentorId, because, state: 'asked', askedAt: now, until, settledAt: undefined };
  return change(
    { ...request, state: 'asked', proposals: [...request.proposals, proposal] },
    { type: 'mentoring.asked', ...about(request), personId: mentorId },
  );
}

/** The mentor agrees. Also after the time is over, as long as nobody else has been asked or has agreed. */
export function acceptSeeker(
  request: MentoringRequest,
  mentorId: PersonId,
  now: Date,
): Result<MentoringRequest, 'not-asked-to-mentor' | 'no-longer-looking'> {
  const mine = request.proposals.find((one) => one.mentorId === mentorId);
  if (!mine || mine.state === 'withdrawn') return refuse('not-asked-to-mentor');
  if (request.state === 'withdrawn' || request.state === 'matched') return refuse('no-longer-looking');
  const another = request.proposals.some((one) => one.state === 'asked' && one.mentorId !== mentorId);
  if (another) return refuse('no-longer-looking');
  return ok({ ...settle(request, mentorId, 'accepted', now), state: 'matched', revision: request.revision + 1 });
}

/** The mentor cannot; the next one is looked for. Said twice it is said once. */
export function declineSeeker(
  request: MentoringRequest,
  mentorId: PersonId,
  now: Date,
): Result<RequestChange | undefined, 'not-asked-to-mentor'> {
  const mine = request.proposals.find((one) => one.mentorId === mentorId);
  if (mine?.state === 'declined') return ok(undefined);
  if (mine?.state !== 'asked' && mine?.state !== 'silent') return refuse('not-asked-to-mentor');
  const settled = settle(request, mentorId, 'declined', now);
  return ok(
    change({ ...settled, state: lookingAgain(settled) }, { type: 'mentoring.declined', ...about(request) } as const),
  );
}

/**
 * The time of a mentor is over: they may answer still, and the next one is looked for. So it is at once where the one who
 * was asked is not there any more.
 */
export function passSilence(request: MentoringRequest, now: Date): RequestChange | undefined {
  const late = request.proposals.find((one) => one.state === 'asked' && one.until <= now);
  const settled = late ? settle(request, late.mentorId, 'silent', now) : request;
  if (!late && lookingAgain(request) === request.state) return undefined;
  return change({ ...settled, state: lookingAgain(settled) }, { type: 'mentoring.declined', ...about(request) });
}

/** Whoever looked for a mentor does so no longer. */
export function withdrawRequest(
  request: MentoringRequest,
  now: Date,
): Result<RequestChange | undefined, 'already-matched'> {
  if (request.state === 'withdrawn') return ok(undefined);
  if (request.state === 'matched') return refuse('already-matched');
  const proposals = request.proposals.map((one) =>
    one.state === 'asked' ? { ...one, state: 'withdrawn' as const, settledAt: now } : one,
  );
  return ok(change({ ...request, state: 'withdrawn', proposals }, { type: 'mentoring.withdrawn', ...about(request) }));
}

const lookingAgain = ({ state, proposals }: MentoringRequest): RequestState =>
  state === 'asked' && !proposals.some((one) => one.state === 'asked') ? 'looking' : state;

const settle = (request: MentoringRequest, mentorId: PersonId, state: ProposalState, now: Date): MentoringRequest => ({
  ...request,
  proposals: request.proposals.map((one) => (one.mentorId === mentorId ? { ...one, state, settledAt: now } : one)),
});

const about = ({ id, communityId }: MentoringRequest) => ({ requestId: id, communityId });
