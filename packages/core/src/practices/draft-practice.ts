import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { DraftPracticeInput, PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { draft } from './practice.ts';

/** Begins a practice in a community that the actor takes part in. */
export async function draftPractice(
  { practices, practitioners, practiceViews, newId, now }: PracticeDeps,
  actor: Actor,
  { communityId, ...text }: DraftPracticeInput,
): Promise<Result<PracticeView, 'no-such-community' | 'not-taking-part' | 'community-closed'>> {
  const community = communityId as CommunityId;
  const writer = await practitioners.inCommunity(actor, community);
  if (!writer) return refuse('no-such-community');

  const id = newId() as PracticeId;
  const drafted = draft(writer, {
    ...text,
    id,
    organisationId: actor.organisationId,
    communityId: community,
    at: now(),
  });
  if (!drafted.ok) return drafted;

  await practices.save(drafted.value);
  return ok((await practiceViews.see(actor, id)) as PracticeView);
}
