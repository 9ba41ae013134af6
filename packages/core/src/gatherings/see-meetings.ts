import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { MeetingsView } from './meeting-contract.ts';
import type { MeetingDeps } from './ports.ts';

/** Whether a meeting in Teams can be created for the actor: the organisation allows it, and they have an account there. */
export async function seeMeetings({ meetings, organisers }: MeetingDeps, actor: Actor): Promise<Result<MeetingsView>> {
  const organiser = await organisers.accountOf(actor);
  return ok({ create: organiser !== undefined && meetings.offersTo(organiser.tenantId) });
}
