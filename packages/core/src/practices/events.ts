import type { AdoptionId, CommunityId, PersonId, PracticeId, QuestionId } from '../kernel/ids.ts';
import type { AdoptionKind, Life, LifeAction } from './life.ts';

type About = { readonly practiceId: PracticeId; readonly communityId: CommunityId; readonly personId: PersonId };

/** Facts about practices; `personId` is who did it. */
export type PracticeEvent =
  | ({ readonly type: 'practice.drafted'; readonly fromQuestionId?: QuestionId } & About)
  | ({ readonly type: 'practice.edited'; readonly version: number } & About)
  | ({ readonly type: 'practice.life-changed'; readonly action: LifeAction; readonly life: Life } & About)
  | ({ readonly type: 'practice.endorsed' } & About)
  | ({ readonly type: 'practice.endorsement-taken-back' } & About)
  | ({ readonly type: 'practice.adopted'; readonly adoptionId: AdoptionId; readonly kind: AdoptionKind } & About)
  | ({ readonly type: 'practice.adoption-taken-back'; readonly adoptionId: AdoptionId } & About)
  | ({ readonly type: 'practice.credited'; readonly creditedId: PersonId } & About)
  | ({ readonly type: 'practice.credit-removed'; readonly creditedId: PersonId } & About);
