import type { Core } from '@copse/core';
import type { CommunityView, PracticeCard, PracticeView, SearchHit } from '@copse/core/contracts';
import { inGroup } from './cards/viewer.ts';
import type { Turn } from './turn.ts';

const MOST = 8;

/**
 * What may be shown where others read along: the asker may know more than the others in a channel.
 *
 * A community by invitation shows only where it meets itself, a practice for members only where its community meets.
 */
export const communityForAll = ({ visibility, connections }: CommunityView, turn: Pick<Turn, 'place'>): boolean =>
  !inGroup(turn) || visibility !== 'by-invitation' || connections.some(({ externalId }) => isHere(externalId, turn));

export const practiceForAll = (
  { visibility, community }: PracticeCard | PracticeView,
  turn: Pick<Turn, 'place'>,
  here: CommunityView | undefined,
): boolean => !inGroup(turn) || visibility !== 'members' || community.id === here?.id;

const isHere = (externalId: string, { place }: Pick<Turn, 'place'>): boolean =>
  place.kind !== 'personal' && place.externalId === externalId;

/** The first hits that everybody in the conversation may see. Each is looked up, since a hit does not say who may. */
export async function hitsForAll(
  core: Core,
  turn: Turn,
  hits: readonly SearchHit[],
  here: CommunityView | undefined,
): Promise<readonly SearchHit[]> {
  const allowed = await Promise.all(
    hits.slice(0, MOST).map(async ({ kind, id }) => {
      if (kind === 'person') return true;
      if (kind === 'community') {
        const seen = await core.communities.seeCommunity(turn.actor, { communityId: id });
        return seen.ok && communityForAll(seen.value, turn);
      }
      const seen = await core.practices.seePractice(turn.actor, { practiceId: id });
      return seen.ok && practiceForAll(seen.value, turn, here);
    }),
  );
  return hits.filter((_, at) => allowed[at]);
}
