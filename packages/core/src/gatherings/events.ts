import type { CommunityId, GatheringId, OccurrenceId, PersonId } from '../kernel/ids.ts';
import type { GatheringStanding } from './format.ts';

type About = { readonly gatheringId: GatheringId; readonly communityId: CommunityId; readonly personId: PersonId };
/** One date; where it is about a whole series, the next one, which a message leads to. */
type AboutDate = About & { readonly occurrenceId: OccurrenceId };
/** Where another system has brought it about, nobody here did. */
type ByAnybody<Fact extends About> = Omit<Fact, 'personId'> & Partial<Pick<Fact, 'personId'>>;

/** Why somebody may not see it any more: by what became of their membership, of the community, or of the gathering itself. */
export type LostBecause = 'removed' | 'community' | 'members' | 'organisation';

/** Facts about gatherings; `personId` is who did it, and where nobody did, to whom it happened. */
export type GatheringEvent =
  /** `follows`: it takes turns with one that was scheduled at the same time, and whoever hears of that knows. */
  | ({ readonly type: 'gathering.scheduled'; readonly follows?: true } & AboutDate)
  /** `moved`: it is somewhere else than before, for the dates from this one on; none where none is to come. */
  | ({
      readonly type: 'gathering.edited';
      readonly moved: boolean;
      readonly occurrenceId?: OccurrenceId;
    } & ByAnybody<About>)
  /** Another system's, so nobody here did it, and nobody is told of it. `moved`: its dates are others than before. */
  | ({ readonly type: 'gathering.imported'; readonly moved: boolean } & Omit<About, 'personId'>)
  | ({ readonly type: 'gathering.rescheduled' } & AboutDate)
  | ({ readonly type: 'gathering.cancelled' } & ByAnybody<AboutDate>)
  /** Somebody hosts it who did not before: one fact for each. */
  | ({ readonly type: 'gathering.host-added'; readonly hostId: PersonId } & AboutDate)
  /** By a change of the series somebody hosts other dates than before: one fact for each, with a date to look at. */
  | ({ readonly type: 'gathering.turns-changed'; readonly hostId: PersonId } & AboutDate)
  /** `hostId`: whoever hosts this date now, where that has changed. */
  | ({ readonly type: 'occurrence.changed'; readonly moved: boolean; readonly hostId?: PersonId } & AboutDate)
  | ({ readonly type: 'occurrence.cancelled' } & ByAnybody<AboutDate>)
  | ({ readonly type: 'occurrence.restored' } & AboutDate)
  | ({ readonly type: 'occurrence.recapped' } & AboutDate)
  | ({ readonly type: 'agenda.added' } & AboutDate)
  | ({ readonly type: 'rsvp.given'; readonly standing: GatheringStanding } & AboutDate)
  | ({ readonly type: 'rsvp.moved-up' } & AboutDate)
  /** Somebody wanted to come to this date, and to so many dates in all, which they may not see any more. */
  | ({ readonly type: 'rsvp.lost'; readonly because: LostBecause; readonly dates: number } & AboutDate)
  /** The same of dates that the series, which has others now, has no more. */
  | ({ readonly type: 'rsvp.dropped'; readonly dates: number } & AboutDate)
  | ({ readonly type: 'rsvp.reminder-due' } & AboutDate);
