import { change } from '../kernel/change.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { about, type Community, type CommunityChange, isAllowed, objection, type Situation } from './community.ts';
import type { CommunityEvent } from './events.ts';
import type { Stage } from './stage.ts';

type Refusal = 'not-allowed' | 'already-so';

/** Says which stage of development the community has reached, with a note for its history. Stages may go back, too. */
export function changeStage(
  situation: Situation,
  {
    stage,
    note,
    at,
  }: { readonly stage: Exclude<Stage, 'closed'>; readonly note: string | undefined; readonly at: Date },
): Result<CommunityChange, Refusal | 'community-closed'> {
  const why = objection(situation, 'changeStage', at);
  if (why) return refuse(why);
  if (situation.community.stage === stage) return refuse('already-so');

  const state = enter(situation, stage, { at, note });
  return ok(change<Community, CommunityEvent>(state, { type: 'community.stage-changed', stage, ...about(situation) }));
}

/**
 * Closes the community with dignity: all of it stays readable, members and history stay, nothing new is written.
 *
 * `reason` is shown to everybody who comes by, so that they know where to go instead.
 */
export function close(
  situation: Situation,
  { reason, at }: { readonly reason: string; readonly at: Date },
): Result<CommunityChange, Refusal> {
  if (!isAllowed(situation, 'close', at)) return refuse('not-allowed');
  if (situation.community.closed) return refuse('already-so');

  const state = { ...enter(situation, 'closed', { at, note: reason }), closed: { at, reason } };
  return ok(change<Community, CommunityEvent>(state, { type: 'community.closed', ...about(situation) }));
}

/** Opens a closed community again, in the stage in which it was closed. */
export function reopen(situation: Situation, { at }: { readonly at: Date }): Result<CommunityChange, Refusal> {
  const { community } = situation;
  if (!isAllowed(situation, 'reopen', at)) return refuse('not-allowed');
  if (!community.closed) return refuse('already-so');

  const before = community.history.findLast(({ stage }) => stage !== 'closed')?.stage ?? 'potential';
  const state = { ...enter(situation, before, { at, note: undefined }), closed: undefined };
  return ok(change<Community, CommunityEvent>(state, { type: 'community.reopened', ...about(situation) }));
}

function enter(
  { actor, community }: Situation,
  stage: Stage,
  { at, note }: { readonly at: Date; readonly note: string | undefined },
): Community {
  const entered = { stage, since: at, by: actor.personId, note: note || undefined };
  return { ...community, stage, history: [...community.history, entered] };
}
