import type { CommunityId, IntroductionId, PersonId, RoundId } from '../kernel/ids.ts';

/** Facts about introductions; `personId` is who did it. Who was introduced to whom is not told to subscribers. */
export type IntroductionEvent =
  | { readonly type: 'introductions.round-begun'; readonly roundId: RoundId; readonly communityId: CommunityId }
  | { readonly type: 'introduction.made'; readonly introductionId: IntroductionId; readonly communityId: CommunityId }
  | {
      readonly type: 'introduction.asked-about';
      readonly introductionId: IntroductionId;
      readonly communityId: CommunityId;
    }
  | {
      readonly type: 'introduction.time-found';
      readonly introductionId: IntroductionId;
      readonly communityId: CommunityId;
      readonly personId: PersonId;
    };
