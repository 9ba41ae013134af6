import type { Generated } from 'kysely';

export type GatheringRow = {
  id: string;
  organisation_id: string;
  community_id: string;
  title: string;
  description: string;
  summary: string;
  format: string;
  mode: string;
  meeting_url: string | null;
  venue: string | null;
  visibility: string;
  time_zone: string;
  starts_local: string;
  minutes: number;
  rule: string | null;
  capacity: number | null;
  rotates: boolean;
  scheduled_by: string | null;
  created_at: Date;
  updated_at: Date;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  planned_until: Date | null;
  hidden_at: Date | null;
  imported_timing: string | null;
  revision: number;
};

export type OccurrenceRow = {
  id: string;
  gathering_id: string;
  organisation_id: string;
  community_id: string;
  planned_local: string;
  planned_at: Date;
  starts_at: Date;
  ends_at: Date;
  title: string | null;
  meeting_url: string | null;
  venue: string | null;
  host_id: string | null;
  /** `host_id` was put down for this one date, whoever's turn it was. */
  own_host: boolean;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  recap: string | null;
  outcomes: string[];
  recap_by: string | null;
  recap_at: Date | null;
  recap_hidden_at: Date | null;
  /** It is not as its series has it. */
  differs: boolean;
  revision: number;
};

export type GatheringTables = {
  gathering: GatheringRow;
  gathering_host: { gathering_id: string; person_id: string; position: number };
  occurrence: OccurrenceRow;
  rsvp: {
    occurrence_id: string;
    person_id: string;
    standing: string;
    place: Generated<number>;
    at: Date;
    remind_at: Date | null;
  };
  host_reminder: { occurrence_id: string; person_id: string; remind_at: Date | null };
  agenda_item: {
    id: string;
    occurrence_id: string;
    by: string;
    text: string;
    minutes: number | null;
    at: Date;
    hidden_at: Date | null;
  };
  attendance: { occurrence_id: string; person_id: string; at: Date; noted_by: string | null };
  calendar_address: {
    hash: Uint8Array;
    organisation_id: string;
    person_id: string;
    community_id: string | null;
    made_at: Date;
    about: Generated<string>;
  };
};
