import { meCard } from '../cards/me-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { betweenUs } from '../show-community.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';

const MOST_COMMUNITIES = 50;

export const meCommand: Command = {
  name: 'me',
  usage: 'me',
  does: 'Your profile, interests and communities',

  async run(core, turn) {
    if (inGroup(turn)) return betweenUs(turn, say.me.notHere);
    const [me, directory] = await Promise.all([
      core.identity.seeMe(turn.actor),
      core.communities.listDirectory(turn.actor, { mine: true, limit: MOST_COMMUNITIES }),
    ]);
    const mine = directory.ok ? directory.value.items : [];
    return { card: meCard(certain(me), mine, turn), summary: say.me.title };
  },
};
