import { pressOnly } from '../cards/card.ts';
import { type Notice, noteCard } from '../cards/note-card.ts';
import { words } from '../strings.ts';
import type { Reply } from '../turn.ts';

/** The clicked card makes way for a sentence, with a way on. */
export const note = (text: string, kind: Notice['kind'] = 'problem'): Reply => ({
  update: noteCard({ text, kind, actions: [pressOnly(words.unknown.help, 'say', { words: 'help' })] }),
});

/** The data of the button was not what we put there. */
export const oldButton = (): Reply => note(words.oldButton);

export const LONGEST_BACK = 120;
