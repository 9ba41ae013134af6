import { mentoringCard } from '../cards/mentoring-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { mentoringWords as say } from '../mentoring-strings.ts';
import type { Command } from '../turn.ts';

export const mentoringCommand: Command = {
  name: 'mentoring',
  usage: 'mentoring',
  does: say.does,

  async run(core, turn) {
    // What is between two people is not shown where others read along.
    if (inGroup(turn)) return { card: noteCard({ text: say.personal }), summary: say.title };
    const mine = certain(await core.learning.seeMyMentoring(turn.actor));
    return { card: mentoringCard(mine, turn.links), summary: say.title };
  },
};
