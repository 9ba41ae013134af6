import { findCommand } from '../commands/find.ts';
import type { CardAction } from '../turn.ts';
import { textIn } from './data.ts';

/** The search that was typed on a card. */
export const findAction: CardAction = {
  verb: 'find',
  run: async (core, turn, data) => findCommand.run(core, turn, textIn(data, 'words', 200) ?? ''),
};
