import type { Core } from '@copse/core';
import { dialogSays } from '../invoke-body.ts';
import { words } from '../strings.ts';
import type { Reply, Turn } from '../turn.ts';
import { answerDialog } from './answer.ts';
import { askDialog } from './ask.ts';
import type { Dialog } from './dialog.ts';
import { beMentorDialog, lookForMentorDialog } from './mentoring.ts';
import { noteCircleDialog } from './note-circle.ts';

const DIALOGS: readonly Dialog[] = [answerDialog, askDialog, beMentorDialog, lookForMentorDialog, noteCircleDialog];

/** Opens the dialog that a card's button names. */
export const openDialog = (core: Core, turn: Turn, value: unknown): Promise<Reply> =>
  inDialog(value, (dialog, data) => dialog.open(core, turn, data));

/** Goes on with what was typed in a dialog: shows its next page, or ends it. */
export const submitDialog = (core: Core, turn: Turn, value: unknown): Promise<Reply> =>
  inDialog(value, (dialog, data) => dialog.submit(core, turn, data));

async function inDialog(value: unknown, run: (dialog: Dialog, data: unknown) => Promise<Reply>): Promise<Reply> {
  const data = typeof value === 'object' && value !== null ? (value as { data?: unknown }).data : undefined;
  const name = typeof data === 'object' && data !== null ? (data as { dialog?: unknown }).dialog : undefined;
  const dialog = DIALOGS.find((one) => one.name === name);
  return dialog ? run(dialog, data) : { body: dialogSays(words.oldButton) };
}
