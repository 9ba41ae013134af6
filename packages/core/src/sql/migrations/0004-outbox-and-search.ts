import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Facts, written in the transaction that makes them true; the relay hands each to every subscriber at least once.
  await sql`
    CREATE TABLE outbox (
      id uuid PRIMARY KEY,
      position bigint GENERATED ALWAYS AS IDENTITY,
      organisation_id uuid NOT NULL,
      type text NOT NULL,
      payload jsonb NOT NULL,
      occurred_at timestamptz NOT NULL,
      relayed_at timestamptz,
      tries integer NOT NULL DEFAULT 0,
      -- After a failed try the relay waits until then; after the last one it says why and leaves it to an operator.
      not_before timestamptz,
      failure text
    )
  `.execute(db);
  await sql`CREATE INDEX outbox_waiting ON outbox (position) WHERE relayed_at IS NULL`.execute(db);
  // Told at the commit, so that a relay wakes when there is something to relay, however the rows came in.
  await sql`
    CREATE FUNCTION copse_announce_outbox() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_notify('copse_outbox', ''); RETURN NULL; END $$
  `.execute(db);
  await sql`
    CREATE TRIGGER outbox_announced AFTER INSERT ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION copse_announce_outbox()
  `.execute(db);
  await sql`CREATE INDEX outbox_done ON outbox (relayed_at) WHERE relayed_at IS NOT NULL`.execute(db);

  // Which subscriber has already handled which event: what makes «at least once» act like once.
  await sql`
    CREATE TABLE handled_event (
      subscriber text NOT NULL,
      event_id uuid NOT NULL,
      handled_at timestamptz NOT NULL,
      PRIMARY KEY (event_id, subscriber)
    )
  `.execute(db);

  // English words without their accents: what copse_fold() and english make of a text, for marking what was found in it.
  await sql`CREATE TEXT SEARCH CONFIGURATION copse_english (COPY = pg_catalog.english)`.execute(db);
  await sql`
    ALTER TEXT SEARCH CONFIGURATION copse_english
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem
  `.execute(db);

  // What can be found. Who may find it is not kept here: searches ask the records themselves (sql/visibility.ts), so
  // that whoever loses the right to see something does not find it from that moment on.
  await sql`
    CREATE TABLE search_document (
      kind text NOT NULL CHECK (kind IN ('community', 'practice', 'person')),
      ref_id uuid NOT NULL,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid REFERENCES community ON DELETE CASCADE,
      title text NOT NULL,
      body text NOT NULL,
      topics text[] NOT NULL,
      weight real NOT NULL,
      updated_at timestamptz NOT NULL,
      search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, copse_fold(title)), 'A') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(title)), 'A') ||
        setweight(to_tsvector('english'::regconfig, copse_words(topics)), 'B') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(left(body, 100000))), 'C')
      ) STORED,
      PRIMARY KEY (kind, ref_id)
    )
  `.execute(db);
  await sql`CREATE INDEX search_document_search ON search_document USING gin (search)`.execute(db);
  await sql`CREATE INDEX search_document_topics ON search_document USING gin (topics)`.execute(db);
  await sql`CREATE INDEX search_document_community ON search_document (community_id)`.execute(db);

  // The words that occur, so that a typing error is looked up among words, not in every text.
  await sql`
    CREATE TABLE search_word (
      organisation_id uuid NOT NULL REFERENCES organisation,
      word text NOT NULL,
      PRIMARY KEY (organisation_id, word)
    )
  `.execute(db);
  await sql`CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops)`.execute(db);

  // Answers to writes that named an Idempotency-Key, kept for a day: a retry gets the first answer again.
  await sql`
    CREATE TABLE idempotent_answer (
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      key text NOT NULL,
      request_hash bytea NOT NULL,
      status integer,
      headers jsonb,
      body text,
      at timestamptz NOT NULL,
      PRIMARY KEY (person_id, key)
    )
  `.execute(db);
  await sql`CREATE INDEX idempotent_answer_age ON idempotent_answer (at)`.execute(db);
}
