import type { Core } from '@copse/core';
import { answerInThread, mayBeAnswer, questionOfThread } from '../answer-in-thread.ts';
import { unknownCard } from '../cards/help-card.ts';
import type { CommandName } from '../command-names.ts';
import { understand } from '../plain-words.ts';
import { words as say } from '../strings.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { answerCommand } from './answer.ts';
import { askCommand } from './ask.ts';
import { communitiesCommand } from './communities.ts';
import { communityCommand } from './community.ts';
import { digestCommand } from './digest.ts';
import { findCommand } from './find.ts';
import { gatheringsCommand } from './gatherings.ts';
import { helpCommand } from './help.ts';
import { introductionsCommand } from './introductions.ts';
import { joinCommand } from './join.ts';
import { linkCommand } from './link.ts';
import { meCommand } from './me.ts';
import { mentoringCommand } from './mentoring.ts';
import { practicesCommand } from './practices.ts';
import { questionsCommand } from './questions.ts';
import { settingsCommand } from './settings.ts';

/** The compiler insists that every word of the manifest's menus has a command. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  help: helpCommand,
  ask: askCommand,
  questions: questionsCommand,
  answer: answerCommand,
  find: findCommand,
  communities: communitiesCommand,
  community: communityCommand,
  join: joinCommand,
  practices: practicesCommand,
  me: meCommand,
  gatherings: gatheringsCommand,
  mentoring: mentoringCommand,
  introductions: introductionsCommand,
  digest: digestCommand,
  settings: settingsCommand,
  link: linkCommand,
};

const LONGEST = 300;

/** Answers what somebody wrote, whether it is a command, a plain sentence, or neither. */
export async function answerWords(core: Core, turn: Turn, text: string): Promise<Reply> {
  const understood = understand(text.slice(0, LONGEST));
  if (mayBeAnswer(understood)) {
    const inThread = await questionOfThread(core, turn);
    if (inThread) return answerInThread(core, turn, inThread, understood);
  }
  if (understood.command) return COMMANDS[understood.command].run(core, turn, understood.words, understood.kind);
  return { card: unknownCard(understood.asked.slice(0, 60), understood.nearest), summary: say.unknown.title };
}
