import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A community without a row has the usual code of conduct.
  await sql`
    CREATE TABLE conduct (
      community_id uuid PRIMARY KEY REFERENCES community ON DELETE CASCADE,
      text text NOT NULL,
      edited_at timestamptz NOT NULL
    )
  `.execute(db);

  // To the day only: whoever asks something anonymously often says yes to the code of conduct right before.
  await sql`
    CREATE TABLE conduct_acknowledgement (
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      acknowledged_on date NOT NULL,
      PRIMARY KEY (community_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX conduct_acknowledgement_person ON conduct_acknowledgement (person_id)`.execute(db);

  // Who reported is for nobody to see, so the row does not say it; `mark` makes a second report of one person an edit.
  await sql`
    CREATE TABLE report (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community ON DELETE CASCADE,
      subject_kind text NOT NULL CHECK (subject_kind IN ('question', 'answer', 'comment', 'practice')),
      subject_id uuid NOT NULL,
      mark bytea NOT NULL,
      sealed_reporter bytea NOT NULL,
      reason text NOT NULL,
      note text,
      at timestamptz NOT NULL,
      answered_at timestamptz
    )
  `.execute(db);
  await sql`CREATE UNIQUE INDEX report_once ON report (subject_id, mark) WHERE answered_at IS NULL`.execute(db);
  await sql`CREATE INDEX report_waiting ON report (community_id, at) WHERE answered_at IS NULL`.execute(db);
  await sql`CREATE INDEX report_subject ON report (subject_id)`.execute(db);

  // What stewards did, for good. Nothing changes or removes a row.
  await sql`
    CREATE TABLE audit_entry (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      by uuid NOT NULL REFERENCES person,
      action text NOT NULL,
      subject_kind text NOT NULL,
      subject_id uuid NOT NULL,
      reason text NOT NULL,
      at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX audit_entry_community ON audit_entry (community_id, at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX audit_entry_subject ON audit_entry (subject_id)`.execute(db);
  await sql`CREATE INDEX audit_entry_by ON audit_entry (by)`.execute(db);

  // Whom it unmasked is never written down: the two stewards see the seal opened while they look.
  await sql`
    CREATE TABLE unmasking (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid NOT NULL REFERENCES community,
      subject_kind text NOT NULL CHECK (subject_kind IN ('question', 'answer', 'comment')),
      subject_id uuid NOT NULL,
      reason text NOT NULL,
      asked_by uuid NOT NULL REFERENCES person,
      asked_at timestamptz NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
      decided_by uuid REFERENCES person,
      decided_at timestamptz,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX unmasking_community ON unmasking (community_id, asked_at DESC, id DESC)`.execute(db);
  await sql`CREATE UNIQUE INDEX unmasking_waiting ON unmasking (subject_id) WHERE state <> 'refused'`.execute(db);
  await sql`CREATE INDEX unmasking_asked ON unmasking (asked_by)`.execute(db);
  await sql`CREATE INDEX unmasking_decided ON unmasking (decided_by) WHERE decided_by IS NOT NULL`.execute(db);
  await sql`
    ALTER TABLE organisation ADD COLUMN unmasking text NOT NULL DEFAULT 'two-stewards'
      CHECK (unmasking IN ('two-stewards', 'never'))
  `.execute(db);
  // «Never» is a promise to everybody who wrote anonymously since: not even a statement by hand takes it back.
  await sql`
    CREATE FUNCTION copse_keep_promise() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'an organisation that never unmasks stays so'; END $$
  `.execute(db);
  await sql`
    CREATE TRIGGER organisation_promise BEFORE UPDATE OF unmasking ON organisation
    FOR EACH ROW WHEN (OLD.unmasking = 'never' AND NEW.unmasking <> 'never') EXECUTE FUNCTION copse_keep_promise()
  `.execute(db);

  await sql`ALTER TABLE practice ADD COLUMN hidden_at timestamptz`.execute(db);

  // Kept answers are found by a keyed hash of person, route and key, and encrypted under a key made from them: a row
  // says neither who sent the request nor what the answer shows as theirs.
  await sql`DROP TABLE idempotent_answer`.execute(db);
  await sql`
    CREATE TABLE idempotent_answer (
      key bytea PRIMARY KEY,
      request_hash bytea NOT NULL,
      answer bytea,
      at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX idempotent_answer_age ON idempotent_answer (at)`.execute(db);
}
