import type { Core } from '@copse/core';
import type { CommunityView, SearchHit } from '@copse/core/contracts';
import { inGroup } from './cards/viewer.ts';
import type { Turn } from './turn.ts';
import { communityHere } from './which-community.ts';

const MOST = 8;

/**
 * What may be shown where others read along: the asker may know more than the others in a channel.
 *
 * A community by invitation shows only where it meets itself.
 */
export const communityForAll = ({ visibility, connections }: CommunityView, turn: Pick<Turn, 'place'>): boolean =>
  !inGroup(turn) || visibility !== 'by-invitation' || connections.some(({ externalId }) => isHere(externalId, turn));

const isHere = (externalId: string, { place }: Pick<Turn, 'place'>): boolean =>
  place.kind !== 'personal' && place.externalId === externalId;

/** A question or a practice, as far as it says who may see it. */
type Content = {
  readonly visibility: 'members' | 'organisation' | 'partners';
  readonly community: { readonly id: string };
  readonly hidden?: boolean;
  readonly life?: string;
};

/**
 * Tells of questions and practices whether everybody who reads along here may see them: what is for members, or from a
 * community by invitation, only where that community meets; what stewards have hidden, and what is still a draft, nowhere.
 */
export function readersHere(core: Core, turn: Turn): (content: Content) => Promise<boolean> {
  if (!inGroup(turn)) return async () => true;
  return readersOf(core, turn);
}

/** The same for what a person carries somewhere themselves: no place is taken for private. */
export function readersOf(core: Core, turn: Turn): (content: Content) => Promise<boolean> {
  const here = communityHere(core, turn);
  const listed = new Map<string, Promise<boolean>>();
  const isListed = (communityId: string) => {
    const known = listed.get(communityId) ?? looksOpen(core, turn, communityId);
    listed.set(communityId, known);
    return known;
  };

  return async ({ visibility, community, hidden, life }) => {
    if (hidden || life === 'draft') return false;
    if (community.id === (await here)?.id) return true;
    return visibility !== 'members' && isListed(community.id);
  };
}

async function looksOpen(core: Core, { actor }: Turn, communityId: string): Promise<boolean> {
  const seen = await core.communities.seeCommunity(actor, { communityId });
  return seen.ok && seen.value.visibility !== 'by-invitation';
}

/** Only those that everybody here may see. */
export async function forAllHere<One extends Content>(
  core: Core,
  turn: Turn,
  all: readonly One[],
): Promise<readonly One[]> {
  const isForAll = readersHere(core, turn);
  const allowed = await Promise.all(all.map(isForAll));
  return all.filter((_, at) => allowed[at]);
}

/** The first hits that everybody in the conversation may see. Each is looked up, since a hit does not say who may. */
export async function hitsForAll(core: Core, turn: Turn, hits: readonly SearchHit[]): Promise<readonly SearchHit[]> {
  const isForAll = readersHere(core, turn);
  const allowed = await Promise.all(hits.slice(0, MOST).map((hit) => isHitForAll(core, turn, hit, isForAll)));
  return hits.filter((_, at) => allowed[at]);
}

async function isHitForAll(
  core: Core,
  turn: Turn,
  { kind, id }: SearchHit,
  isForAll: (content: Content) => Promise<boolean>,
): Promise<boolean> {
  if (kind === 'person') return true;
  if (kind === 'community') {
    const seen = await core.communities.seeCommunity(turn.actor, { communityId: id });
    return seen.ok && communityForAll(seen.value, turn);
  }
  const seen = await seeContent(core, turn, kind, id);
  return seen.ok && isForAll(seen.value);
}

function seeContent(core: Core, { actor }: Turn, kind: 'question' | 'practice' | 'gathering', id: string) {
  if (kind === 'question') return core.questions.seeQuestion(actor, { questionId: id });
  if (kind === 'practice') return core.practices.seePractice(actor, { practiceId: id });
  return core.gatherings.seeGathering(actor, { occurrenceId: id });
}
