import type { Generated } from 'kysely';

export type PracticeRow = {
  id: string;
  organisation_id: string;
  community_id: string;
  title: string;
  context: string;
  body: string;
  summary: string;
  topics: string[];
  life: string;
  life_since: Date;
  life_reason: string | null;
  visibility: string;
  owner_id: string;
  /** `YYYY-MM-DD` */
  review_by: string | null;
  endorsement_count: Generated<number>;
  team_count: Generated<number>;
  version: number;
  created_at: Date;
  updated_at: Date;
  hidden_at: Generated<Date | null>;
  revision: number;
};

export type PracticeTables = {
  practice: PracticeRow;
  practice_version: {
    practice_id: string;
    version: number;
    title: string;
    context: string;
    body: string;
    topics: string[];
    by: string;
    at: Date;
    note: string | null;
  };
  practice_credit: { practice_id: string; person_id: string; credit: string; since: Date };
  endorsement: { practice_id: string; person_id: string; version: number; note: string | null; at: Date };
  adoption: {
    id: string;
    practice_id: string;
    by: string;
    kind: string;
    team: string;
    outcome: string | null;
    story: string | null;
    /** JSON text on the way in. */
    measure: unknown;
    at: Date;
  };
};
