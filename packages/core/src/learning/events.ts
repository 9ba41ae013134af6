import type { CircleId, CommunityId, MentoringRequestId, MentorshipId, PersonId } from '../kernel/ids.ts';

type OfRequest = { readonly requestId: MentoringRequestId; readonly communityId: CommunityId };
type OfMentorship = { readonly mentorshipId: MentorshipId; readonly communityId: CommunityId };

/** Facts about looking for a mentor. `personId` is whom it happens to, or who does it. */
export type MentoringEvent =
  | { readonly type: 'mentoring.offered'; readonly communityId: CommunityId; readonly personId: PersonId }
  /** Mentors of a community are back from a pause or an absence. */
  | { readonly type: 'mentoring.returned'; readonly communityId: CommunityId }
  | ({ readonly type: 'mentoring.requested'; readonly personId: PersonId } & OfRequest)
  | ({ readonly type: 'mentoring.asked'; readonly personId: PersonId } & OfRequest)
  | ({ readonly type: 'mentoring.declined' } & OfRequest)
  | ({ readonly type: 'mentoring.withdrawn' } & OfRequest)
  | ({ readonly type: 'mentoring.agreed'; readonly personId: PersonId } & OfMentorship);

/** Facts about two people who work together. What they say to each other is in none of them. */
export type MentorshipEvent =
  | ({ readonly type: 'mentorship.quiet'; readonly personId: PersonId } & OfMentorship)
  | ({ readonly type: 'mentorship.paused'; readonly personId: PersonId } & OfMentorship)
  | ({ readonly type: 'mentorship.closed'; readonly personId: PersonId } & OfMentorship);

export type CircleEvent =
  | { readonly type: 'circle.founded'; readonly circleId: CircleId; readonly communityId: CommunityId }
  | {
      readonly type: 'circle.began';
      readonly circleId: CircleId;
      readonly communityId: CommunityId;
      readonly personIds: readonly PersonId[];
    }
  /** Whose turn it is to lead the next meeting. */
  | {
      readonly type: 'circle.turn';
      readonly circleId: CircleId;
      readonly communityId: CommunityId;
      readonly personId: PersonId;
    }
  | { readonly type: 'circle.closed'; readonly circleId: CircleId; readonly communityId: CommunityId };
