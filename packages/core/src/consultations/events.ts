import type { CommunityId, PersonId, QuestionId } from '../kernel/ids.ts';

type About = { readonly questionId: QuestionId; readonly communityId: CommunityId };
type Somebody = About & { readonly personId: PersonId };

/** Facts about asking those who know; `personId` is who is asked, or who says something about it. */
export type ConsultationEvent =
  | ({ readonly type: 'consultation.asked' } & Somebody)
  | ({ readonly type: 'consultation.passed'; readonly toPersonId: PersonId } & Somebody)
  | ({ readonly type: 'consultation.declined' } & Somebody)
  | ({ readonly type: 'consultation.with-coordinators' } & About);
