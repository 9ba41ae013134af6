import { meCard } from '../cards/me-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { betweenUs } from '../show-community.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';
import { myCommunities } from '../which-community.ts';

export const meCommand: Command = {
  name: 'me',
  usage: 'me',
  does: 'Your profile, interests and communities',

  async run(core, turn) {
    if (inGroup(turn)) return betweenUs(turn, say.me.notHere);
    const [me, mine] = await Promise.all([core.identity.seeMe(turn.actor), myCommunities(core, turn)]);
    return { card: meCard(certain(me), mine, turn), summary: say.me.title };
  },
};
