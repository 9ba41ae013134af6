import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { found } from './community.ts';
import type { CommunityView, FoundCommunityInput } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

/** Founds a community from an archetype. The founder is its first member and coordinates it. */
export async function foundCommunity(
  { communities, communityViews, newId, now }: CommunityDeps,
  actor: Actor,
  input: FoundCommunityInput,
): Promise<Result<CommunityView, 'guests-cannot-found' | 'name-taken'>> {
  const founded = found(actor, { ...input, id: newId() as CommunityId, at: now() });
  if (!founded.ok) return founded;

  const { community } = founded.value;
  const mayClash = community.visibility !== 'by-invitation';
  if (mayClash && (await communities.isNameTaken(community))) return refuse('name-taken');

  await communities.found(founded.value);
  const view = await communityViews.see(actor, community.id);
  if (!view) throw new Error(`The founder cannot see the community ${community.id}`);
  return ok(view);
}
