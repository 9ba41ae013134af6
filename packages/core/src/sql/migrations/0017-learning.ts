import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Who offers to be a mentor in a community, of what, and for how many at a time.
  await sql`
    CREATE TABLE mentor_offer (
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      organisation_id uuid NOT NULL REFERENCES organisation,
      topics text[] NOT NULL,
      room integer NOT NULL CHECK (room BETWEEN 1 AND 8),
      rhythm text NOT NULL CHECK (rhythm IN ('weekly', 'every-two-weeks', 'monthly')),
      note text NOT NULL,
      paused_until timestamptz,
      since timestamptz NOT NULL,
      revision integer NOT NULL,
      PRIMARY KEY (community_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX mentor_offer_newest ON mentor_offer (community_id, since DESC, person_id DESC)`.execute(db);
  await sql`CREATE INDEX mentor_offer_person ON mentor_offer (person_id)`.execute(db);

  await sql`
    CREATE TABLE mentoring_request (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      seeker_id uuid NOT NULL REFERENCES person,
      goal text NOT NULL,
      topics text[] NOT NULL,
      rhythm text NOT NULL CHECK (rhythm IN ('weekly', 'every-two-weeks', 'monthly')),
      state text NOT NULL CHECK (state IN ('looking', 'asked', 'matched', 'withdrawn')),
      created_at timestamptz NOT NULL,
      revision integer NOT NULL,
      -- One request at a time in a community; also where two accounts turn out to be one person's.
      live text NOT NULL GENERATED ALWAYS AS
        (CASE WHEN state IN ('looking', 'asked') THEN community_id::text ELSE id::text END) STORED,
      UNIQUE (seeker_id, live)
    )
  `.execute(db);
  await sql`CREATE INDEX mentoring_request_looking ON mentoring_request (community_id, created_at) WHERE state = 'looking'`.execute(
    db,
  );
  await sql`CREATE INDEX mentoring_request_seeker ON mentoring_request (seeker_id, created_at DESC)`.execute(db);

  await sql`
    CREATE TABLE mentoring_proposal (
      request_id uuid NOT NULL REFERENCES mentoring_request ON DELETE CASCADE,
      mentor_id uuid NOT NULL REFERENCES person,
      state text NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'silent', 'withdrawn')),
      because text NOT NULL,
      asked_at timestamptz NOT NULL,
      until timestamptz NOT NULL,
      settled_at timestamptz,
      PRIMARY KEY (request_id, mentor_id)
    )
  `.execute(db);
  await sql`CREATE INDEX mentoring_proposal_waiting ON mentoring_proposal (until) WHERE state = 'asked'`.execute(db);
  await sql`CREATE INDEX mentoring_proposal_mentor ON mentoring_proposal (mentor_id, asked_at DESC)`.execute(db);

  await sql`
    CREATE TABLE mentorship (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      mentor_id uuid NOT NULL REFERENCES person,
      mentee_id uuid NOT NULL REFERENCES person,
      goal text NOT NULL,
      topics text[] NOT NULL,
      rhythm text NOT NULL CHECK (rhythm IN ('weekly', 'every-two-weeks', 'monthly')),
      state text NOT NULL CHECK (state IN ('active', 'paused', 'closed')),
      paused_until timestamptz,
      began_at timestamptz NOT NULL,
      closed_at timestamptz,
      remind_at timestamptz,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX mentorship_mentor ON mentorship (mentor_id, began_at DESC)`.execute(db);
  await sql`CREATE INDEX mentorship_mentee ON mentorship (mentee_id, began_at DESC)`.execute(db);
  await sql`CREATE INDEX mentorship_community ON mentorship (community_id, state)`.execute(db);
  await sql`CREATE INDEX mentorship_due ON mentorship (remind_at) WHERE remind_at IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE mentoring_session (
      mentorship_id uuid NOT NULL REFERENCES mentorship ON DELETE CASCADE,
      position integer NOT NULL,
      held_on date NOT NULL,
      note text NOT NULL,
      by uuid NOT NULL REFERENCES person,
      at timestamptz NOT NULL,
      PRIMARY KEY (mentorship_id, position)
    )
  `.execute(db);
  await sql`CREATE INDEX mentoring_session_by ON mentoring_session (by)`.execute(db);
  await sql`
    CREATE TABLE mentoring_reflection (
      mentorship_id uuid NOT NULL REFERENCES mentorship ON DELETE CASCADE,
      by uuid NOT NULL REFERENCES person,
      text text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (mentorship_id, by)
    )
  `.execute(db);
  await sql`CREATE INDEX mentoring_reflection_by ON mentoring_reflection (by)`.execute(db);

  await sql`
    CREATE TABLE circle (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      title text NOT NULL,
      purpose text NOT NULL,
      topics text[] NOT NULL,
      rhythm text NOT NULL CHECK (rhythm IN ('weekly', 'every-two-weeks', 'monthly')),
      size integer NOT NULL CHECK (size BETWEEN 6 AND 8),
      meetings integer NOT NULL CHECK (meetings BETWEEN 3 AND 24),
      state text NOT NULL CHECK (state IN ('forming', 'meeting', 'closed')),
      founded_at timestamptz NOT NULL,
      closed_at timestamptz,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX circle_community ON circle (community_id, founded_at DESC, id DESC)`.execute(db);
  await sql`
    CREATE TABLE circle_peer (
      circle_id uuid NOT NULL REFERENCES circle ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      place integer NOT NULL,
      since timestamptz NOT NULL,
      PRIMARY KEY (circle_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX circle_peer_person ON circle_peer (person_id)`.execute(db);
  await sql`
    CREATE TABLE circle_meeting (
      circle_id uuid NOT NULL REFERENCES circle ON DELETE CASCADE,
      number integer NOT NULL,
      held_on date NOT NULL,
      facilitator_id uuid REFERENCES person,
      note text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (circle_id, number)
    )
  `.execute(db);
  await sql`CREATE INDEX circle_meeting_facilitator ON circle_meeting (facilitator_id) WHERE facilitator_id IS NOT NULL`.execute(
    db,
  );
}
