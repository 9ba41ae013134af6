import type { CommunityId, PersonId, PracticeId } from '../kernel/ids.ts';
import type { PublicationFailure } from './state.ts';

type About = { readonly practiceId: PracticeId; readonly communityId: CommunityId };

/** Facts about practices and their pages. `personId` is who did it, where that is known. */
export type PublishingEvent =
  | ({ readonly type: 'practice.published'; readonly first: boolean; readonly personId?: PersonId | undefined } & About)
  | ({ readonly type: 'practice.page-taken-back'; readonly personId?: PersonId | undefined } & About)
  | ({ readonly type: 'practice.edited-on-both-sides'; readonly personId?: PersonId | undefined } & About)
  | ({ readonly type: 'practice.page-gone' } & About)
  /** Nobody tries again by themselves: whoever asked for it is told. */
  | ({
      readonly type: 'practice.not-published';
      readonly failure: PublicationFailure;
      readonly askedBy?: PersonId | undefined;
    } & About);
