import type { Generated } from 'kysely';
import type { IntroductionCadence, MeetingOutcome } from './limits.ts';

export type IntroductionTables = {
  introduction_arrangement: {
    community_id: string;
    organisation_id: string;
    cadence: IntroductionCadence;
    size: number;
    next_at: Date | null;
    arranged_by: string | null;
    revision: number;
  };
  introduction_wish: {
    community_id: string;
    person_id: string;
    since: Date;
    paused_until: Date | null;
    team: string | null;
  };
  kept_apart: { person_id: string; other_id: string; since: Date };
  introduction_round: {
    id: string;
    organisation_id: string;
    community_id: string;
    number: number;
    size: number;
    begun_at: Date;
    begun_by: string | null;
    planned_at: Date | null;
    people: number | null;
    groups: number | null;
    repeats: number | null;
    share: number | null;
  };
  introduction: {
    id: string;
    organisation_id: string;
    community_id: string;
    round_id: string;
    at: Date;
    times: Date[];
    ask_at: Date | null;
  };
  introduced: {
    introduction_id: string;
    round_id: string;
    person_id: string;
    at: Date;
    suits: Generated<number[]>;
    met: MeetingOutcome | null;
    useful: boolean | null;
    answered_at: Date | null;
  };
};
