import type { Core } from '@copse/core';
import type { CommunityView } from '@copse/core/contracts';
import { notConnectedCard } from '../cards/connect-card.ts';
import { digestCard } from '../cards/digest-card.ts';
import { plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { digestWords } from '../digest-strings.ts';
import { forAllHere } from '../for-all.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const MOST = 25;
const LATELY_MS = 14 * 24 * 60 * 60 * 1000;

export const digestCommand: Command = {
  name: 'digest',
  usage: 'digest',
  does: digestWords.title,

  async run(core, turn) {
    if (!inGroup(turn)) return forMe(core, turn);
    const here = await communityHere(core, turn);
    return here ? forCommunity(core, turn, here) : { card: notConnectedCard(turn), summary: digestWords.notHere };
  },
};

/** In a channel it is the community's, and right for whoever reads along. */
async function forCommunity(core: Core, turn: Turn, { id, name }: CommunityView): Promise<Reply> {
  const { waiting, solved, practices } = await newsOf(core, turn, id);
  const title = digestWords.titleHere(plain(name));
  const card = digestCard({
    title,
    needsMe: [],
    waiting: await forAllHere(core, turn, waiting),
    solved: await forAllHere(core, turn, solved),
    practices: await forAllHere(core, turn, practices),
    viewer: turn,
    page: `communities/${id}`,
  });
  return { card, summary: title };
}

async function forMe(core: Core, turn: Turn): Promise<Reply> {
  const [home, news] = await Promise.all([core.stewardship.seeHome(turn.actor), newsOf(core, turn, undefined)]);
  const { needsMe, mine } = certain(home);
  const myIds = new Set(mine.map(({ community }) => community.id));
  const ofMine = <One extends { readonly community: { readonly id: string } }>(all: readonly One[]) =>
    all.filter(({ community }) => myIds.has(community.id));
  const card = digestCard({
    title: digestWords.title,
    needsMe,
    waiting: ofMine(news.waiting),
    solved: ofMine(news.solved),
    practices: ofMine(news.practices),
    viewer: turn,
    page: 'home',
  });
  return { card, summary: digestWords.title };
}

async function newsOf(core: Core, { actor, now }: Turn, communityId: string | undefined) {
  const where = communityId ? { communityId } : {};
  const [waiting, solved, practices] = await Promise.all([
    core.questions.listQuestions(actor, { unsolved: true, sort: 'newest', limit: MOST, ...where }),
    core.questions.listQuestions(actor, { state: 'accepted', sort: 'active', limit: MOST, ...where }),
    core.practices.listPractices(actor, { limit: MOST, ...where }),
  ]);
  const since = new Date(now().getTime() - LATELY_MS).toISOString();
  return {
    waiting: certain(waiting).items,
    solved: certain(solved).items.filter(({ activeAt }) => activeAt >= since),
    practices: certain(practices).items.filter(({ life, updatedAt }) => life !== 'draft' && updatedAt >= since),
  };
}
