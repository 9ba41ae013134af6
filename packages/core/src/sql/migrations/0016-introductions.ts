import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // How a community introduces its people. No row: it does not.
  await sql`
    CREATE TABLE introduction_arrangement (
      community_id uuid PRIMARY KEY REFERENCES community ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisation,
      cadence text NOT NULL CHECK (cadence IN ('by-hand', 'weekly', 'fortnightly', 'monthly', 'quarterly')),
      size integer NOT NULL CHECK (size BETWEEN 2 AND 8),
      next_at timestamptz,
      arranged_by uuid REFERENCES person,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX introduction_arrangement_next ON introduction_arrangement (next_at) WHERE next_at IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX introduction_arrangement_by ON introduction_arrangement (arranged_by)`.execute(db);

  // Whoever wants to be introduced to others of a community; nobody is without having said so.
  await sql`
    CREATE TABLE introduction_wish (
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      since timestamptz NOT NULL,
      paused_until timestamptz,
      team text,
      PRIMARY KEY (community_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX introduction_wish_person ON introduction_wish (person_id)`.execute(db);

  // Whom somebody does not want to be introduced to. It is theirs alone to know, and holds on both sides.
  await sql`
    CREATE TABLE kept_apart (
      person_id uuid NOT NULL REFERENCES person,
      other_id uuid NOT NULL REFERENCES person,
      since timestamptz NOT NULL,
      PRIMARY KEY (person_id, other_id)
    )
  `.execute(db);
  await sql`CREATE INDEX kept_apart_other ON kept_apart (other_id)`.execute(db);

  // A round exists from when it is begun; its introductions exist when it has been planned, all of them or none.
  await sql`
    CREATE TABLE introduction_round (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      number integer NOT NULL,
      size integer NOT NULL,
      begun_at timestamptz NOT NULL,
      begun_by uuid REFERENCES person,
      planned_at timestamptz,
      people integer,
      groups integer,
      repeats integer,
      -- Of the best possible plan, at least so much; none where nobody knows.
      share double precision,
      UNIQUE (community_id, number)
    )
  `.execute(db);
  await sql`CREATE INDEX introduction_round_by ON introduction_round (begun_by)`.execute(db);
  await sql`CREATE INDEX introduction_round_open ON introduction_round (begun_at) WHERE planned_at IS NULL`.execute(db);

  await sql`
    CREATE TABLE introduction (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      round_id uuid NOT NULL REFERENCES introduction_round ON DELETE CASCADE,
      at timestamptz NOT NULL,
      -- Times that suit all, as their working hours were then.
      times timestamptz[] NOT NULL,
      -- When to ask them whether they have met; none once they have been asked.
      ask_at timestamptz
    )
  `.execute(db);
  await sql`CREATE INDEX introduction_ask ON introduction (ask_at) WHERE ask_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX introduction_round_of ON introduction (round_id)`.execute(db);
  await sql`CREATE INDEX introduction_community ON introduction (community_id, at)`.execute(db);

  await sql`
    CREATE TABLE introduced (
      introduction_id uuid NOT NULL REFERENCES introduction ON DELETE CASCADE,
      round_id uuid NOT NULL REFERENCES introduction_round ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      at timestamptz NOT NULL,
      -- Which of the times they could come, by their place in the list.
      suits integer[] NOT NULL DEFAULT '{}',
      met text CHECK (met IN ('met', 'planned', 'not-met')),
      useful boolean,
      answered_at timestamptz,
      PRIMARY KEY (introduction_id, person_id),
      -- Nobody is in two introductions of one round.
      UNIQUE (round_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX introduced_person ON introduced (person_id, at DESC, introduction_id DESC)`.execute(db);

  await sql`ALTER TABLE notification DROP CONSTRAINT notification_subject_kind_check`.execute(db);
  await sql`ALTER TABLE notification ADD CONSTRAINT notification_subject_kind_check
    CHECK (subject_kind IN ('question', 'practice', 'community', 'gathering', 'introduction'))`.execute(db);
}
