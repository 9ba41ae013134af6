import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE community (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      archetype text NOT NULL,
      name text NOT NULL,
      folded_name text NOT NULL GENERATED ALWAYS AS (copse_fold(name)) STORED,
      purpose text NOT NULL,
      domain text NOT NULL,
      practice text NOT NULL,
      charter text NOT NULL,
      welcome text NOT NULL,
      topics text[] NOT NULL,
      format text NOT NULL,
      visibility text NOT NULL CHECK (visibility IN ('open', 'on-request', 'by-invitation')),
      reach text NOT NULL CHECK (reach IN ('organisation', 'partners')),
      cadence text NOT NULL,
      first_steps jsonb NOT NULL,
      stage text NOT NULL,
      founded_at timestamptz NOT NULL,
      founded_by uuid REFERENCES person,
      closed_at timestamptz,
      close_reason text,
      -- Kept by the stores of memberships and practices, in the transaction that changes them.
      member_count integer NOT NULL DEFAULT 0,
      practice_count integer NOT NULL DEFAULT 0,
      -- A time-invariant order (see communities/liveliness.ts), so that a page of the directory is an index scan.
      liveliness double precision NOT NULL,
      activity double precision NOT NULL DEFAULT 0,
      last_activity_at timestamptz NOT NULL,
      -- Moves with each change of who coordinates, so that two last coordinators cannot leave at the same time.
      coordination integer NOT NULL DEFAULT 0,
      updated_at timestamptz NOT NULL,
      revision integer NOT NULL,
      search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, copse_fold(name)), 'A') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(name)), 'B') ||
        setweight(to_tsvector('english'::regconfig, copse_words(topics)), 'B') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(purpose)), 'C') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(left(domain, 2000))), 'D')
      ) STORED
    )
  `.execute(db);
  await sql`CREATE INDEX community_lively ON community (organisation_id, liveliness DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX community_search ON community USING gin (search)`.execute(db);
  await sql`CREATE INDEX community_topics ON community USING gin (topics)`.execute(db);
  await sql`CREATE INDEX community_name ON community USING gin (folded_name gin_trgm_ops)`.execute(db);
  await sql`CREATE INDEX community_namesake ON community (organisation_id, folded_name)`.execute(db);
  await sql`CREATE INDEX community_founder ON community (founded_by)`.execute(db);

  await sql`
    CREATE TABLE stage_change (
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      position integer NOT NULL,
      stage text NOT NULL,
      since timestamptz NOT NULL,
      by uuid REFERENCES person,
      note text,
      PRIMARY KEY (community_id, position)
    )
  `.execute(db);
  await sql`CREATE INDEX stage_change_by ON stage_change (by)`.execute(db);

  await sql`
    CREATE TABLE connection (
      id uuid PRIMARY KEY,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisation,
      kind text NOT NULL CHECK (kind IN ('teams-channel', 'teams-chat', 'confluence-space')),
      external_id text NOT NULL,
      name text NOT NULL,
      url text,
      connected_at timestamptz NOT NULL,
      connected_by uuid REFERENCES person,
      UNIQUE (organisation_id, kind, external_id)
    )
  `.execute(db);
  await sql`CREATE INDEX connection_community ON connection (community_id)`.execute(db);
  await sql`CREATE INDEX connection_by ON connection (connected_by)`.execute(db);

  await sql`
    CREATE TABLE membership (
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      state text NOT NULL CHECK (state IN ('requested', 'invited', 'member', 'declined', 'left')),
      level text CHECK (level IN ('core', 'active', 'peripheral')),
      message text,
      -- Who invited, admitted or declined, and why.
      decided_by uuid REFERENCES person,
      reason text,
      since timestamptz NOT NULL,
      revision integer NOT NULL,
      PRIMARY KEY (community_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX membership_person ON membership (person_id, state) INCLUDE (community_id)`.execute(db);
  await sql`CREATE INDEX membership_state ON membership (community_id, state, since, person_id)`.execute(db);
  await sql`CREATE INDEX membership_decided ON membership (decided_by) WHERE decided_by IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE role_grant (
      community_id uuid NOT NULL,
      person_id uuid NOT NULL REFERENCES person,
      role text NOT NULL,
      since timestamptz NOT NULL,
      until timestamptz,
      granted_by uuid REFERENCES person,
      PRIMARY KEY (community_id, person_id, role),
      FOREIGN KEY (community_id, person_id) REFERENCES membership ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    )
  `.execute(db);
  await sql`CREATE INDEX role_grant_community ON role_grant (community_id, role)`.execute(db);
  await sql`CREATE INDEX role_grant_person ON role_grant (person_id)`.execute(db);
  await sql`CREATE INDEX role_grant_by ON role_grant (granted_by) WHERE granted_by IS NOT NULL`.execute(db);
}
