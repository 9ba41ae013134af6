import { redeemCode } from '../actions/redeem-code.ts';
import { linkCard } from '../cards/link-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { betweenUs } from '../show-community.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';

export const linkCommand: Command = {
  name: 'link',
  usage: 'link <code>',
  does: 'Connect your Confluence account to this one',

  async run(core, turn, words) {
    if (inGroup(turn)) return betweenUs(turn, say.link.notHere);
    if (words) return redeemCode(core, turn, words);
    const issued = certain(await core.identity.issueLinkCode(turn.actor));
    return { card: linkCard(issued), summary: say.link.title };
  },
};
