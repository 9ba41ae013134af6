import { type Kysely, sql } from 'kysely';

/**
 * Whoever wrote something stands in `author_id`, or, where they did so anonymously, nowhere: `sealed_author` is their id
 * encrypted under a key that is not in this database, different for every row.
 */
const AUTHOR = sql`
  author_id uuid REFERENCES person,
  sealed_author bytea,
  CHECK (num_nonnulls(author_id, sealed_author) = 1)
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE question (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      -- Where it was asked: stays when it is moved, so that whoever asked anonymously finds it again.
      asked_in uuid NOT NULL REFERENCES community,
      title text NOT NULL,
      folded_title text NOT NULL GENERATED ALWAYS AS (copse_fold(title)) STORED,
      details text NOT NULL,
      -- The first words as plain text, made when the question is saved, so that lists need not parse Markdown.
      summary text NOT NULL,
      topics text[] NOT NULL,
      visibility text NOT NULL CHECK (visibility IN ('members', 'organisation', 'partners')),
      ${AUTHOR},
      asked_at timestamptz NOT NULL,
      active_at timestamptz NOT NULL,
      edited_at timestamptz,
      -- Kept by the statements that add and take away, so that ten people who answer at once need not read each other.
      answer_count integer NOT NULL DEFAULT 0,
      me_too_count integer NOT NULL DEFAULT 0,
      -- People who know, who were asked and have not answered yet.
      asked_count integer NOT NULL DEFAULT 0,
      accepted_answer_id uuid,
      accepted_at timestamptz,
      closed_at timestamptz,
      close_reason text CHECK (close_reason IN ('no-longer-needed', 'solved-elsewhere', 'off-topic', 'cannot-be-answered')),
      close_note text,
      duplicate_of uuid REFERENCES question,
      -- The practice that was composed from it, and whether that is no draft any more.
      kept_as uuid REFERENCES practice,
      kept boolean NOT NULL DEFAULT false,
      hidden_at timestamptz,
      revision integer NOT NULL,
      -- The same decision as stateOf() in questions/state.ts; a test compares them.
      state text NOT NULL GENERATED ALWAYS AS (
        CASE
          WHEN duplicate_of IS NOT NULL THEN 'duplicate'
          WHEN kept THEN 'kept'
          WHEN accepted_answer_id IS NOT NULL THEN 'accepted'
          WHEN closed_at IS NOT NULL THEN 'closed'
          WHEN answer_count > 0 THEN 'answered'
          WHEN asked_count > 0 THEN 'with-expert'
          ELSE 'open'
        END
      ) STORED,
      search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english'::regconfig, copse_fold(title)), 'A') ||
        setweight(to_tsvector('english'::regconfig, copse_words(topics)), 'B') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(left(details, 2000))), 'C')
      ) STORED
    )
  `.execute(db);
  for (const [name, columns] of [
    ['question_active', 'organisation_id, active_at DESC, id DESC'],
    ['question_newest', 'organisation_id, asked_at DESC, id DESC'],
    ['question_me_too', 'organisation_id, me_too_count DESC, id DESC'],
    ['question_state', 'organisation_id, state, active_at DESC, id DESC'],
    ['question_community_active', 'community_id, active_at DESC, id DESC'],
    ['question_community_newest', 'community_id, asked_at DESC, id DESC'],
    ['question_community_me_too', 'community_id, me_too_count DESC, id DESC'],
  ] as const) {
    await sql`CREATE INDEX ${sql.id(name)} ON question (${sql.raw(columns)})`.execute(db);
  }
  const unsolved = sql`WHERE state IN ('open', 'with-expert', 'answered')`;
  await sql`CREATE INDEX question_unsolved ON question (organisation_id, active_at DESC, id DESC) ${unsolved}`.execute(
    db,
  );
  await sql`CREATE INDEX question_topics ON question USING gin (topics)`.execute(db);
  await sql`CREATE INDEX question_search ON question USING gin (search)`.execute(db);
  await sql`CREATE INDEX question_title ON question USING gin (folded_title gin_trgm_ops)`.execute(db);
  await sql`CREATE INDEX question_author ON question (author_id, asked_at DESC, id DESC) WHERE author_id IS NOT NULL`.execute(
    db,
  );
  // Not by person: whoever looks for their own opens the seals one by one.
  await sql`CREATE INDEX question_sealed ON question (organisation_id, asked_at DESC, id DESC)
    WHERE sealed_author IS NOT NULL`.execute(db);
  await sql`CREATE INDEX question_duplicates ON question (duplicate_of) WHERE duplicate_of IS NOT NULL`.execute(db);
  await sql`CREATE INDEX question_kept ON question (kept_as) WHERE kept_as IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE answer (
      id uuid PRIMARY KEY,
      question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
      ${AUTHOR},
      text text NOT NULL,
      at timestamptz NOT NULL,
      edited_at timestamptz,
      helped_count integer NOT NULL DEFAULT 0,
      hidden_at timestamptz,
      version integer NOT NULL DEFAULT 1
    )
  `.execute(db);
  await sql`CREATE INDEX answer_question ON answer (question_id, at, id)`.execute(db);
  await sql`CREATE INDEX answer_author ON answer (author_id, at DESC, id DESC) WHERE author_id IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE comment (
      id uuid PRIMARY KEY,
      question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
      -- None: it is on the question itself.
      answer_id uuid REFERENCES answer ON DELETE CASCADE,
      ${AUTHOR},
      text text NOT NULL,
      at timestamptz NOT NULL,
      hidden_at timestamptz,
      -- The row stays without its text, so that pseudonyms are not numbered anew.
      removed_at timestamptz
    )
  `.execute(db);
  await sql`CREATE INDEX comment_question ON comment (question_id, at, id)`.execute(db);
  await sql`CREATE INDEX comment_answer ON comment (answer_id) WHERE answer_id IS NOT NULL`.execute(db);
  await sql`CREATE INDEX comment_author ON comment (author_id) WHERE author_id IS NOT NULL`.execute(db);

  // Earlier texts. Who edited is not kept: an anonymous asker edits too.
  await sql`
    CREATE TABLE question_version (
      question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
      version integer NOT NULL,
      title text NOT NULL,
      details text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (question_id, version)
    )
  `.execute(db);
  await sql`
    CREATE TABLE answer_version (
      answer_id uuid NOT NULL REFERENCES answer ON DELETE CASCADE,
      version integer NOT NULL,
      text text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (answer_id, version)
    )
  `.execute(db);

  // «I have this too» and «this helped me» are nobody else's business, so no row says whose it is: `mark` is a keyed hash
  // of the person that holds within this one question; `sealed_person` is for telling them what became of it.
  await sql`
    CREATE TABLE me_too (
      question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
      mark bytea NOT NULL,
      sealed_person bytea NOT NULL,
      PRIMARY KEY (question_id, mark)
    )
  `.execute(db);
  await sql`
    CREATE TABLE helped (
      answer_id uuid NOT NULL REFERENCES answer ON DELETE CASCADE,
      mark bytea NOT NULL,
      PRIMARY KEY (answer_id, mark)
    )
  `.execute(db);
}
