import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Who is asked to help with a question, a few at a time.
  await sql`
    CREATE TABLE consultation (
      question_id uuid PRIMARY KEY REFERENCES question ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      rounds integer NOT NULL,
      state text NOT NULL CHECK (state IN ('asking', 'with-coordinators', 'over')),
      -- When to ask the next ones, unless there is an answer by then.
      next_at timestamptz,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX consultation_next ON consultation (next_at) WHERE next_at IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE consulted (
      question_id uuid NOT NULL REFERENCES consultation ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      round integer NOT NULL,
      state text NOT NULL CHECK (state IN ('asked', 'answered', 'passed', 'declined', 'silent')),
      because text NOT NULL,
      asked_at timestamptz NOT NULL,
      settled_at timestamptz,
      passed_to uuid REFERENCES person,
      PRIMARY KEY (question_id, person_id)
    )
  `.execute(db);
  // How many questions wait for a person: nobody is asked beyond that.
  await sql`CREATE INDEX consulted_waiting ON consulted (person_id) WHERE state = 'asked'`.execute(db);
  await sql`CREATE INDEX consulted_person ON consulted (person_id, asked_at DESC)`.execute(db);
  await sql`CREATE INDEX consulted_passed ON consulted (passed_to) WHERE passed_to IS NOT NULL`.execute(db);

  // What a person has shown to know, by topic: counted anew whenever something of it changes. What was written
  // anonymously counts for nobody.
  await sql`
    CREATE TABLE expertise (
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      topic text NOT NULL,
      person_id uuid NOT NULL REFERENCES person,
      accepted integer NOT NULL,
      answers integer NOT NULL,
      practices integer NOT NULL,
      score real NOT NULL,
      -- Where of two rows of one person one has to go (see person-references.ts).
      field text NOT NULL GENERATED ALWAYS AS (community_id::text || ' ' || topic) STORED,
      PRIMARY KEY (community_id, topic, person_id)
    )
  `.execute(db);
  // The first few of a topic are read off this, however many there are.
  await sql`CREATE INDEX expertise_best ON expertise (community_id, topic, score DESC, person_id)`.execute(db);
  await sql`CREATE INDEX expertise_person ON expertise (person_id)`.execute(db);
}
