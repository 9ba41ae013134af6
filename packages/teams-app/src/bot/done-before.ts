import type { Core } from '@copse/core';
import type { Activity } from './activity.ts';
import { noteCard } from './cards/note-card.ts';
import { showAsked } from './commands/ask.ts';
import { refusalTo } from './invoke-body.ts';
import { answerWithQuestion } from './present-question.ts';
import { words } from './strings.ts';
import type { Reply, Turn } from './turn.ts';

/** What an earlier try at this turn did, by the ids in the facts that it left. */
export type Done = Readonly<Record<string, string>>;

/**
 * The reply to what another process, or one that was killed, has done for this very activity. Whether the person has had
 * a reply nobody knows, so they see how things stand.
 */
export async function replyToDone(core: Core, turn: Turn, activity: Activity, done: Done): Promise<Reply> {
  const { questionId, answerId, commentId } = done;
  if (activity.type === 'invoke' && activity.name !== 'adaptiveCard/action')
    return refusalTo(activity, words.doneBefore);
  if (questionId && activity.type === 'invoke') {
    const pressed = (activity.value as { action?: { data?: unknown } } | undefined)?.action?.data;
    return answerWithQuestion(core, turn, questionId, {
      data: pressed,
      notice: { text: words.doneBefore, kind: 'done' },
    });
  }
  if (questionId && !answerId && !commentId) {
    const seen = await core.questions.seeQuestion(turn.actor, { questionId });
    if (seen.ok) return showAsked(core, turn, seen.value);
  }
  return { card: noteCard({ text: words.doneBefore, kind: 'done' }), summary: words.doneBefore };
}
