import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`.execute(db);
  await sql`CREATE EXTENSION IF NOT EXISTS unaccent`.execute(db);
  // unaccent() is only STABLE because its dictionary can change; ours does not, and indexes need IMMUTABLE.
  await sql`
    CREATE FUNCTION copse_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$
  `.execute(db);

  // array_to_string() is only STABLE because it takes any element type; for text it cannot change.
  await sql`
    CREATE FUNCTION copse_words(text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT copse_fold(array_to_string($1, ' ')) $$
  `.execute(db);

  await sql`
    CREATE TABLE organisation (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      entra_tenant_id text UNIQUE,
      -- Somebody has administered it: after that nobody becomes its administrator merely by coming first.
      administered boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL,
      revision integer NOT NULL
    )
  `.execute(db);

  await sql`
    CREATE TABLE person (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      name text NOT NULL,
      -- The name as it is looked for and sorted by; kept, because taking accents off takes longer than reading.
      folded_name text NOT NULL GENERATED ALWAYS AS (copse_fold(name)) STORED,
      -- The person wrote it themselves: tokens no longer change it.
      name_by_hand boolean NOT NULL DEFAULT false,
      affiliation text,
      guest boolean NOT NULL,
      administrator boolean NOT NULL,
      -- They administer because a token carries the role, and stop when it no longer does.
      administrator_by_role boolean NOT NULL DEFAULT false,
      time_zone text NOT NULL,
      working_hours jsonb NOT NULL,
      languages text[] NOT NULL,
      interests text[] NOT NULL,
      challenge text,
      profile_started boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('present', 'erased', 'merged')),
      merged_into uuid REFERENCES person,
      created_at timestamptz NOT NULL,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX person_name ON person USING gin (folded_name gin_trgm_ops) WHERE state = 'present'`.execute(
    db,
  );
  await sql`CREATE INDEX person_in_order ON person (organisation_id, folded_name, id) WHERE state = 'present'`.execute(
    db,
  );
  await sql`CREATE INDEX person_interests ON person USING gin (interests) WHERE state = 'present'`.execute(db);
  await sql`CREATE INDEX person_administrators ON person (organisation_id) WHERE administrator AND state = 'present'`.execute(
    db,
  );
  await sql`CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE skill (
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      topic text NOT NULL,
      level text NOT NULL CHECK (level IN ('practises', 'can-teach', 'wants-to-learn')),
      -- The order in which the person wrote them down.
      position integer NOT NULL DEFAULT 0,
      PRIMARY KEY (person_id, topic, level)
    )
  `.execute(db);
  await sql`CREATE INDEX skill_topic ON skill (topic, level)`.execute(db);

  await sql`
    CREATE TABLE account (
      key text PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      label text NOT NULL,
      linked_at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX account_person ON account (person_id)`.execute(db);

  await sql`
    CREATE TABLE site (
      cloud_id text PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      url text NOT NULL,
      linked_at timestamptz NOT NULL,
      linked_by uuid REFERENCES person
    )
  `.execute(db);
  await sql`CREATE INDEX site_organisation ON site (organisation_id)`.execute(db);

  // Codes are short, so their hash is keyed (HMAC) with a secret that lives outside of the database.
  await sql`
    CREATE TABLE link_code (
      hash bytea PRIMARY KEY,
      purpose text NOT NULL CHECK (purpose IN ('person', 'site')),
      organisation_id uuid NOT NULL REFERENCES organisation,
      issued_by uuid NOT NULL REFERENCES person,
      issued_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      redeemed_at timestamptz
    )
  `.execute(db);
  await sql`CREATE INDEX link_code_issuer ON link_code (issued_by)`.execute(db);
  await sql`CREATE INDEX link_code_expiry ON link_code (expires_at)`.execute(db);

  // Wrong tries are counted per account (or per site), since a wrong code names no code.
  await sql`
    CREATE TABLE link_try (
      account text PRIMARY KEY,
      wrong integer NOT NULL,
      since timestamptz NOT NULL
    )
  `.execute(db);
}
