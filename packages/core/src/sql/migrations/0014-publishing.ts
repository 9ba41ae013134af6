import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A practice has one page at most. Both texts are kept as they were when they last were the same: the practice's is the
  // version `shown_version`, the page's is here, because a page says some things in its own way.
  await sql`
    CREATE TABLE publication (
      practice_id uuid PRIMARY KEY REFERENCES practice ON DELETE CASCADE,
      -- A new one for each page: it marks the page in Confluence.
      id uuid NOT NULL UNIQUE,
      organisation_id uuid NOT NULL REFERENCES organisation,
      cloud_id text NOT NULL,
      site_url text NOT NULL,
      space_id text NOT NULL,
      space_name text NOT NULL,
      state text NOT NULL CHECK (state IN ('queued', 'publishing', 'published', 'edited-on-both-sides', 'failed',
        'page-gone', 'withdrawn')),
      page_id text,
      page_path text,
      page_title text,
      page_version integer,
      shown_version integer,
      shown_revision integer,
      base_title text,
      base_context text,
      base_body text,
      opened_to_readers boolean NOT NULL,
      requested_by uuid REFERENCES person,
      requested_at timestamptz NOT NULL,
      published_at timestamptz,
      failure text,
      tries integer NOT NULL,
      next_try_at timestamptz,
      attempt_id uuid,
      lease_until timestamptz,
      -- The page as somebody edited it, while that waits for the end of an attempt or for a choice.
      edit_version integer,
      edit_title text,
      edit_context text,
      edit_body text,
      edit_by uuid REFERENCES person,
      edit_at timestamptz,
      revision integer NOT NULL,
      CHECK ((page_id IS NULL) = (page_version IS NULL)),
      CHECK ((state = 'publishing') = (attempt_id IS NOT NULL)),
      CHECK ((attempt_id IS NULL) = (lease_until IS NULL)),
      CHECK (state <> 'edited-on-both-sides' OR edit_version IS NOT NULL)
    )
  `.execute(db);
  await sql`
    CREATE UNIQUE INDEX publication_page ON publication (cloud_id, page_id)
    WHERE page_id IS NOT NULL AND state <> 'withdrawn'
  `.execute(db);
  await sql`
    CREATE INDEX publication_waiting ON publication (cloud_id, requested_at)
    WHERE state IN ('queued', 'publishing', 'failed')
  `.execute(db);
  await sql`CREATE INDEX publication_requested_by ON publication (requested_by)`.execute(db);
  await sql`CREATE INDEX publication_edit_by ON publication (edit_by)`.execute(db);

  // What somebody, or the app by itself (no person), was allowed to write once.
  await sql`
    CREATE TABLE publication_attempt (
      id uuid PRIMARY KEY,
      practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
      publication_id uuid NOT NULL,
      organisation_id uuid NOT NULL REFERENCES organisation,
      cloud_id text NOT NULL,
      by uuid REFERENCES person,
      practice_version integer NOT NULL,
      practice_revision integer NOT NULL,
      begun_at timestamptz NOT NULL,
      ended_at timestamptz,
      outcome text
    )
  `.execute(db);
  await sql`CREATE INDEX publication_attempt_practice ON publication_attempt (practice_id, begun_at)`.execute(db);
  await sql`CREATE INDEX publication_attempt_by ON publication_attempt (by)`.execute(db);

  // When the app of a site last asked what there is to publish: nothing is fetched where it is not installed.
  await sql`CREATE TABLE publishing_visit (cloud_id text PRIMARY KEY, at timestamptz NOT NULL)`.execute(db);

  // The page that a practice was made from.
  await sql`
    CREATE TABLE practice_source_page (
      practice_id uuid PRIMARY KEY REFERENCES practice ON DELETE CASCADE,
      cloud_id text NOT NULL,
      site_url text NOT NULL,
      space_id text NOT NULL,
      page_id text NOT NULL,
      page_path text NOT NULL,
      page_title text NOT NULL,
      page_version integer NOT NULL,
      taken_at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX practice_source_page_page ON practice_source_page (cloud_id, page_id)`.execute(db);
}
