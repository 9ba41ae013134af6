import { communityCard } from '../cards/community-card.ts';
import { plain } from '../cards/plain.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction } from '../turn.ts';
import { LONGEST_BACK, note, oldButton } from './answer.ts';
import { idIn, isSet, textIn } from './data.ts';
import { ownViewOf } from './show-community.ts';

/** Leaves, takes a request back or declines an invitation. Where there is no simple way back, it asks first. */
export const leaveAction: CardAction = {
  verb: 'leave',
  run: async (core, turn, data) => {
    const communityId = idIn(data, 'community');
    if (!communityId) return oldButton();
    const back = textIn(data, 'back', LONGEST_BACK);

    const before = await core.communities.seeCommunity(turn.actor, { communityId });
    if (!before.ok) return note(sayWhyNot[before.reason]);
    const { name, standing, visibility } = before.value;
    if (standing === 'member' && visibility !== 'open' && !isSet(data, 'sure')) {
      return ownViewOf(core, turn, communityId, { back, confirmLeaving: true });
    }

    const left = await core.communities.leaveCommunity(turn.actor, { communityId });
    if (!left.ok)
      return ownViewOf(core, turn, communityId, { back, notice: { text: sayWhyNot[left.reason], kind: 'problem' } });

    const say = words.community;
    const text =
      standing === 'requested' ? say.withdrawn : standing === 'invited' ? say.declined : say.left(`**${plain(name)}**`);
    const { community } = left.value;
    if (!community) return note(text, 'done');
    return { update: communityCard(community, { viewer: turn, personal: true, back, notice: { text, kind: 'done' } }) };
  },
};
