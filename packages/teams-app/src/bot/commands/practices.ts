import type { Core } from '@copse/core';
import { practicesCard } from '../cards/practices-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { forAllHere } from '../for-all.ts';
import { words as say } from '../strings.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const MOST = 12;

export const practicesCommand: Command = {
  name: 'practices',
  usage: 'practices <topic>',
  does: 'What communities have learned',

  async run(core, turn, words) {
    const asked = clip(words.replace(/^(?:about|on|for|of) /i, ''), 100);
    const here = await communityHere(core, turn);
    if (asked === '' && here) return practicesOf(core, turn, here);

    const found = await core.practices.listPractices(turn.actor, { limit: MOST, ...(asked ? { q: asked } : {}) });
    const practices = found.ok ? await forAllHere(core, turn, found.value.items) : [];
    const title = asked ? say.practices.about(plain(asked)) : say.practices.title;
    const card = practicesCard({
      title,
      practices,
      viewer: turn,
      page: 'discover',
      here: asked ? `practices ${asked}` : 'practices',
    });
    return { card, summary: title };
  },
};

/** The practices of one community, in every stage that the person may see. */
export async function practicesOf(
  core: Core,
  turn: Turn,
  community: { readonly id: string; readonly name: string },
  back?: string,
): Promise<Reply> {
  const found = await core.practices.listPractices(turn.actor, { communityId: community.id, limit: MOST });
  const practices = found.ok ? await forAllHere(core, turn, found.value.items) : [];
  const title = say.practices.of(plain(community.name));
  const card = practicesCard({
    title,
    practices,
    viewer: turn,
    page: `communities/${community.id}/practices`,
    here: `community ${community.name}`,
    back,
    ofOne: true,
  });
  return { card, summary: title };
}
