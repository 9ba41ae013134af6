import { introductionsCard } from '../cards/introduction-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { introductionWords as say } from '../introduction-strings.ts';
import type { Command } from '../turn.ts';

export const introductionsCommand: Command = {
  name: 'introductions',
  usage: 'introductions',
  does: say.does,

  async run(core, turn) {
    // Who was introduced to whom is not shown where others read along.
    if (inGroup(turn)) return { card: noteCard({ text: say.personal }), summary: say.title };
    const mine = certain(await core.introductions.seeMyIntroductions(turn.actor, { limit: 10 }));
    const { timeZone } = certain(await core.identity.seeMe(turn.actor));
    return { card: introductionsCard(mine, timeZone, turn.links), summary: say.mine };
  },
};
