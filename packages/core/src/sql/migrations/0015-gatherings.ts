import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What a community has planned: once, or as a series by a rule of RFC 5545 on the clock of a named zone.
  await sql`
    CREATE TABLE gathering (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      title text NOT NULL,
      description text NOT NULL,
      -- The first words as plain text, made when it is saved, so that lists need not parse Markdown.
      summary text NOT NULL,
      format text NOT NULL CHECK (format IN ('meeting', 'circle', 'talk', 'office-hours', 'workshop', 'social')),
      mode text NOT NULL CHECK (mode IN ('online', 'on-site', 'both')),
      meeting_url text,
      venue text,
      visibility text NOT NULL CHECK (visibility IN ('members', 'organisation', 'partners')),
      time_zone text NOT NULL,
      -- YYYY-MM-DDTHH:MM on the clock of the zone: instants would move when the clocks change.
      starts_local text NOT NULL,
      minutes integer NOT NULL CHECK (minutes > 0),
      rule text,
      capacity integer CHECK (capacity > 0),
      -- The hosts take turns, in their order.
      rotates boolean NOT NULL,
      scheduled_by uuid REFERENCES person,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      cancelled_at timestamptz,
      cancel_reason text,
      -- Up to here its dates are rows of occurrence. None: there are no more to come.
      planned_until timestamptz,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX gathering_community ON gathering (community_id)`.execute(db);
  await sql`CREATE INDEX gathering_planned ON gathering (planned_until)
    WHERE planned_until IS NOT NULL AND cancelled_at IS NULL`.execute(db);
  await sql`CREATE INDEX gathering_scheduled_by ON gathering (scheduled_by) WHERE scheduled_by IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE gathering_host (
      gathering_id uuid NOT NULL REFERENCES gathering ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      position integer NOT NULL,
      PRIMARY KEY (gathering_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX gathering_host_person ON gathering_host (person_id)`.execute(db);

  // One date of it: what people answer to, and whatever is different from the series.
  await sql`
    CREATE TABLE occurrence (
      id uuid PRIMARY KEY,
      gathering_id uuid NOT NULL REFERENCES gathering ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      -- Where the rule has put it; stays when this one date is moved.
      planned_local text NOT NULL,
      planned_at timestamptz NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      -- Only where they differ from the series.
      title text,
      meeting_url text,
      venue text,
      host_id uuid REFERENCES person,
      cancelled_at timestamptz,
      cancel_reason text,
      recap text,
      outcomes text[] NOT NULL DEFAULT '{}',
      recap_by uuid REFERENCES person,
      recap_at timestamptz,
      revision integer NOT NULL,
      UNIQUE (gathering_id, planned_local)
    )
  `.execute(db);
  for (const [name, columns] of [
    ['occurrence_community', '(community_id, starts_at, id)'],
    ['occurrence_organisation', '(organisation_id, starts_at, id)'],
    ['occurrence_gathering', '(gathering_id, starts_at)'],
    ['occurrence_host', '(host_id) WHERE host_id IS NOT NULL'],
    ['occurrence_recap_by', '(recap_by) WHERE recap_by IS NOT NULL'],
  ] as const) {
    await sql`CREATE INDEX ${sql.id(name)} ON occurrence ${sql.raw(columns)}`.execute(db);
  }

  // Who comes first is who asked first: places are given out under a lock of the date, in this order.
  await sql`CREATE SEQUENCE rsvp_place`.execute(db);
  await sql`
    CREATE TABLE rsvp (
      occurrence_id uuid NOT NULL REFERENCES occurrence ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      standing text NOT NULL CHECK (standing IN ('going', 'waiting', 'maybe', 'not-going')),
      place bigint NOT NULL DEFAULT nextval('rsvp_place'),
      at timestamptz NOT NULL,
      -- When they are reminded, in hours in which they work. None: they have been, or need not be.
      remind_at timestamptz,
      PRIMARY KEY (occurrence_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX rsvp_order ON rsvp (occurrence_id, standing, place)`.execute(db);
  await sql`CREATE INDEX rsvp_person ON rsvp (person_id)`.execute(db);
  await sql`CREATE INDEX rsvp_remind ON rsvp (remind_at) WHERE remind_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX rsvp_waiting ON rsvp (occurrence_id) WHERE standing = 'waiting'`.execute(db);

  await sql`
    CREATE TABLE agenda_item (
      id uuid PRIMARY KEY,
      occurrence_id uuid NOT NULL REFERENCES occurrence ON DELETE CASCADE,
      by uuid NOT NULL REFERENCES person,
      text text NOT NULL,
      minutes integer,
      at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX agenda_item_occurrence ON agenda_item (occurrence_id, at, id)`.execute(db);
  await sql`CREATE INDEX agenda_item_by ON agenda_item (by)`.execute(db);

  await sql`
    CREATE TABLE attendance (
      occurrence_id uuid NOT NULL REFERENCES occurrence ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      at timestamptz NOT NULL,
      -- None: they said so themselves.
      noted_by uuid REFERENCES person,
      PRIMARY KEY (occurrence_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX attendance_person ON attendance (person_id)`.execute(db);
  await sql`CREATE INDEX attendance_noted_by ON attendance (noted_by) WHERE noted_by IS NOT NULL`.execute(db);

  // Whoever has the address reads the calendar as this person would, so only a hash of it is kept.
  await sql`
    CREATE TABLE calendar_address (
      hash bytea PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      person_id uuid NOT NULL REFERENCES person,
      -- None: all communities of the person.
      community_id uuid REFERENCES community ON DELETE CASCADE,
      made_at timestamptz NOT NULL,
      -- Where of two rows of one person one has to go (see person-references.ts).
      about text NOT NULL GENERATED ALWAYS AS (coalesce(community_id::text, '')) STORED,
      UNIQUE (person_id, about)
    )
  `.execute(db);
  await sql`CREATE INDEX calendar_address_community ON calendar_address (community_id)`.execute(db);

  await sql`ALTER TABLE notification DROP CONSTRAINT notification_subject_kind_check`.execute(db);
  await sql`ALTER TABLE notification ADD CONSTRAINT notification_subject_kind_check
    CHECK (subject_kind IN ('question', 'practice', 'community', 'gathering'))`.execute(db);
}
