import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE practice (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      title text NOT NULL,
      context text NOT NULL,
      body text NOT NULL,
      -- The first words as plain text, made when the practice is saved, so that lists need not parse Markdown.
      summary text NOT NULL,
      topics text[] NOT NULL,
      life text NOT NULL CHECK (life IN ('draft', 'proposed', 'endorsed', 'in-use', 'under-review', 'retired')),
      life_since timestamptz NOT NULL,
      life_reason text,
      visibility text NOT NULL CHECK (visibility IN ('members', 'organisation', 'partners')),
      owner_id uuid NOT NULL REFERENCES person,
      review_by date,
      endorsement_count integer NOT NULL DEFAULT 0,
      team_count integer NOT NULL DEFAULT 0,
      version integer NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX practice_community ON practice (community_id, updated_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX practice_recent ON practice (organisation_id, updated_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX practice_topics ON practice USING gin (topics)`.execute(db);
  await sql`CREATE INDEX practice_owner ON practice (owner_id)`.execute(db);
  await sql`CREATE INDEX practice_review ON practice (community_id, review_by) WHERE review_by IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE practice_version (
      practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
      version integer NOT NULL,
      title text NOT NULL,
      context text NOT NULL,
      body text NOT NULL,
      topics text[] NOT NULL,
      by uuid NOT NULL REFERENCES person,
      at timestamptz NOT NULL,
      note text,
      PRIMARY KEY (practice_id, version)
    )
  `.execute(db);
  await sql`CREATE INDEX practice_version_by ON practice_version (by)`.execute(db);

  await sql`
    CREATE TABLE practice_credit (
      practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      credit text NOT NULL CHECK (credit IN ('author', 'contributor', 'reviewer')),
      since timestamptz NOT NULL,
      PRIMARY KEY (practice_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX practice_credit_person ON practice_credit (person_id)`.execute(db);

  await sql`
    CREATE TABLE endorsement (
      practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      -- The version that was read: an endorsement does not silently move on to words written later.
      version integer NOT NULL,
      note text,
      at timestamptz NOT NULL,
      PRIMARY KEY (practice_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX endorsement_person ON endorsement (person_id)`.execute(db);

  await sql`
    CREATE TABLE adoption (
      id uuid PRIMARY KEY,
      practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
      by uuid NOT NULL REFERENCES person,
      kind text NOT NULL CHECK (kind IN ('uses', 'tried')),
      team text NOT NULL,
      outcome text CHECK (outcome IN ('helped', 'mixed', 'did-not-help', 'too-early')),
      story text,
      measure jsonb,
      at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX adoption_practice ON adoption (practice_id, at)`.execute(db);
  await sql`CREATE INDEX adoption_by ON adoption (by)`.execute(db);
}
