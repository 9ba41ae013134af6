import { practicesOf } from '../commands/practices.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { idIn } from './data.ts';

/** The practices of a community, in place of its card. */
export const showPracticesAction: CardAction = {
  verb: 'show-practices',
  run: async (core, turn, data) => {
    const communityId = idIn(data, 'community');
    if (!communityId) return oldButton();
    const seen = await core.communities.seeCommunity(turn.actor, { communityId });
    if (!seen.ok) return note(sayWhyNot[seen.reason]);
    return practicesOf(core, turn, seen.value, `community ${seen.value.name}`);
  },
};
