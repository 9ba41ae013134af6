import { helpCard } from '../cards/help-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';

const EXAMPLES = [
  { try: 'communities', does: 'Yours, and others that may suit you' },
  { try: 'find accessibility', does: 'Communities, practices and people' },
  { try: 'practices', does: 'What communities have learned' },
  { try: 'me', does: 'Your interests, skills and communities' },
  { try: 'link', does: 'One profile in Teams and Confluence' },
];

const EXAMPLES_IN_GROUP = [
  { try: 'community', does: 'The community that meets here' },
  { try: 'practices', does: 'What it has learned' },
  { try: 'find accessibility', does: 'Communities and practices about a topic' },
];

export const helpCommand: Command = {
  name: 'help',
  usage: 'help',
  does: 'See what I can do',

  async run(core, turn) {
    const group = inGroup(turn);
    // In a group the card is for everybody, so it greets nobody by name.
    const name = group ? '' : certain(await core.identity.seeMe(turn.actor)).name;
    return {
      card: helpCard(turn, name.split(' ')[0] ?? '', group ? EXAMPLES_IN_GROUP : EXAMPLES),
      summary: say.help.inGroup,
    };
  },
};
