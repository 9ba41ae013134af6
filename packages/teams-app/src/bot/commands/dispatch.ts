import type { Core } from '@copse/core';
import { unknownCard } from '../cards/help-card.ts';
import type { CommandName } from '../command-names.ts';
import { understand } from '../plain-words.ts';
import { words as say } from '../strings.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { communitiesCommand } from './communities.ts';
import { communityCommand } from './community.ts';
import { findCommand } from './find.ts';
import { helpCommand } from './help.ts';
import { joinCommand } from './join.ts';
import { linkCommand } from './link.ts';
import { meCommand } from './me.ts';
import { practicesCommand } from './practices.ts';

/** The compiler insists that every word of the manifest's menus has a command. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  help: helpCommand,
  find: findCommand,
  communities: communitiesCommand,
  community: communityCommand,
  join: joinCommand,
  practices: practicesCommand,
  me: meCommand,
  link: linkCommand,
};

const LONGEST = 300;

/** Answers what somebody wrote, whether it is a command, a plain sentence, or neither. */
export async function answerWords(core: Core, turn: Turn, text: string): Promise<Reply> {
  const understood = understand(text.slice(0, LONGEST));
  if (understood.command) return COMMANDS[understood.command].run(core, turn, understood.words, understood.kind);
  return { card: unknownCard(understood.asked.slice(0, 60), understood.nearest), summary: say.unknown.title };
}
