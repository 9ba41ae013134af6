import type { AnswerId, CommentId, CommunityId, PersonId, PracticeId, QuestionId } from '../kernel/ids.ts';
import type { CloseReason } from './state.ts';

type About = { readonly questionId: QuestionId; readonly communityId: CommunityId };
/** Whoever did it, where they did it by name. What was done anonymously says nothing about who. */
type By = { readonly personId?: PersonId };
type OfAnswer = About & { readonly answerId: AnswerId };

/**
 * Facts about questions. `answer.accepted` and its opposite name who had answered; «helped» and «I have this too» name
 * nobody at all.
 */
export type QuestionEvent =
  | ({ readonly type: 'question.asked' } & About & By)
  | ({ readonly type: 'question.edited' } & About)
  | ({ readonly type: 'question.closed'; readonly reason: CloseReason } & About)
  | ({ readonly type: 'question.reopened' } & About)
  | ({ readonly type: 'question.marked-duplicate'; readonly ofQuestionId: QuestionId } & About)
  | ({ readonly type: 'question.moved'; readonly fromCommunityId: CommunityId } & About)
  | ({ readonly type: 'question.me-too' } & About)
  | ({ readonly type: 'question.me-too-taken-back' } & About)
  | ({ readonly type: 'question.kept'; readonly practiceId: PracticeId } & About)
  | ({ readonly type: 'answer.given' } & OfAnswer & By)
  | ({ readonly type: 'answer.edited' } & OfAnswer)
  | ({ readonly type: 'answer.accepted' } & OfAnswer & By)
  | ({ readonly type: 'answer.acceptance-taken-back' } & OfAnswer & By)
  | ({ readonly type: 'answer.helped' } & OfAnswer)
  | ({ readonly type: 'comment.made'; readonly commentId: CommentId; readonly answerId?: AnswerId } & About & By)
  | ({ readonly type: 'comment.removed'; readonly commentId: CommentId } & About);
