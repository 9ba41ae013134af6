import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What a person has chosen; what they have not chosen is as usual. Without a community it is meant for all of them.
  await sql`
    CREATE TABLE notification_choice (
      person_id uuid NOT NULL REFERENCES person,
      community_id uuid REFERENCES community ON DELETE CASCADE,
      kind text NOT NULL,
      time text NOT NULL CHECK (time IN ('now', 'daily', 'weekly', 'never')),
      -- Where of two rows of one person one has to go (see person-references.ts).
      about text NOT NULL GENERATED ALWAYS AS (coalesce(community_id::text, '') || ' ' || kind) STORED,
      UNIQUE (person_id, about)
    )
  `.execute(db);
  await sql`CREATE INDEX notification_choice_community ON notification_choice (community_id, kind, time)`.execute(db);

  // A row per person who has ever chosen anything: it carries the revision of all that they chose.
  await sql`
    CREATE TABLE notification_setting (
      person_id uuid PRIMARY KEY REFERENCES person,
      away_until timestamptz,
      revision integer NOT NULL
    )
  `.execute(db);
  await sql`
    CREATE TABLE topic_snooze (
      person_id uuid NOT NULL REFERENCES person,
      topic text NOT NULL,
      until timestamptz NOT NULL,
      PRIMARY KEY (person_id, topic)
    )
  `.execute(db);

  // Where the bot can write to: a person's own chat, or the channel or chat where a community meets.
  await sql`
    CREATE TABLE conversation (
      organisation_id uuid NOT NULL REFERENCES organisation,
      conversation_id text NOT NULL,
      person_id uuid REFERENCES person,
      -- As in connection.external_id.
      place text,
      service_url text NOT NULL,
      renewed_at timestamptz NOT NULL,
      -- The person has blocked or removed the bot, or the team has.
      blocked_at timestamptz,
      PRIMARY KEY (organisation_id, conversation_id),
      CHECK (num_nonnulls(person_id, place) = 1)
    )
  `.execute(db);
  await sql`CREATE INDEX conversation_person ON conversation (person_id, renewed_at DESC) WHERE person_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX conversation_place ON conversation (organisation_id, place) WHERE place IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX conversation_newest ON conversation (organisation_id, renewed_at DESC)`.execute(db);

  // What of a community is posted where it meets. No row: the usual. The address of the webhook is a secret, so it is
  // encrypted under a key that is not in this database.
  await sql`
    CREATE TABLE posting (
      community_id uuid PRIMARY KEY REFERENCES community ON DELETE CASCADE,
      new_questions boolean NOT NULL,
      weekly_digest boolean NOT NULL,
      webhook_host text,
      sealed_webhook bytea,
      webhook_since timestamptz,
      digest_at timestamptz,
      CHECK (num_nonnulls(webhook_host, sealed_webhook, webhook_since) IN (0, 3))
    )
  `.execute(db);

  // Something that was told to many, by the id of the fact that it follows from.
  await sql`
    CREATE TABLE broadcast (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      community_id uuid REFERENCES community ON DELETE CASCADE,
      what text NOT NULL,
      subject_kind text NOT NULL,
      subject_id uuid NOT NULL,
      caused_by uuid REFERENCES person,
      at timestamptz NOT NULL,
      -- The last person of the audience whose message has been queued: a process that is killed loses its place in nothing.
      reached uuid,
      complete boolean NOT NULL DEFAULT false,
      -- People who have it in a digest, and people who do not want it, as counted on the way.
      in_digest integer NOT NULL DEFAULT 0,
      unwanted integer NOT NULL DEFAULT 0
    )
  `.execute(db);
  await sql`CREATE INDEX broadcast_cause ON broadcast (caused_by, at DESC, id DESC) WHERE caused_by IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX broadcast_age ON broadcast (at)`.execute(db);

  // One message as Teams gets it; several notifications of one person may be in it.
  await sql`
    CREATE TABLE message (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      state text NOT NULL CHECK (state IN ('waiting', 'sending', 'settled')),
      tries integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL,
      -- While it is being sent, a process has it until then; after that the process is taken for dead.
      claim uuid,
      claimed_until timestamptz,
      -- How often a process died with it in hand: whether Teams had it by then, nobody knows, so it may have come twice.
      unsure integer NOT NULL DEFAULT 0,
      -- Its id in Teams. Not kept where the recipient is sealed.
      activity_id text,
      created_at timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX message_due ON message (organisation_id, due_at) WHERE state = 'waiting'`.execute(db);
  await sql`CREATE INDEX message_claimed ON message (organisation_id, claimed_until) WHERE state = 'sending'`.execute(
    db,
  );
  await sql`CREATE INDEX message_age ON message (created_at)`.execute(db);

  // What one recipient is told of one fact, and what became of it. Whoever wrote anonymously stands sealed, as in question.
  await sql`
    CREATE TABLE notification (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      cause_id uuid NOT NULL,
      what text NOT NULL,
      kind text NOT NULL,
      subject_kind text NOT NULL CHECK (subject_kind IN ('question', 'practice', 'community')),
      subject_id uuid NOT NULL,
      community_id uuid REFERENCES community ON DELETE CASCADE,
      -- Why it comes, where it takes more than the usual words.
      because text,
      recipient_id uuid REFERENCES person,
      sealed_recipient bytea,
      -- A channel or chat by its connection.external_id, or 'webhook'.
      place text,
      state text NOT NULL
        CHECK (state IN ('queued', 'held', 'sending', 'sent', 'failed', 'blocked', 'expired', 'unwanted')),
      due_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      message_id uuid REFERENCES message ON DELETE SET NULL,
      failure text,
      created_at timestamptz NOT NULL,
      settled_at timestamptz,
      CHECK (num_nonnulls(recipient_id, sealed_recipient, place) = 1)
    )
  `.execute(db);
  for (const [name, columns] of [
    ['notification_due', `(organisation_id, due_at) WHERE state IN ('queued', 'held') AND message_id IS NULL`],
    ['notification_waiting', `(recipient_id) WHERE state = 'queued' AND message_id IS NULL`],
    ['notification_recipient', '(recipient_id, created_at DESC, id DESC) WHERE recipient_id IS NOT NULL'],
    ['notification_sealed', '(community_id, created_at DESC, id DESC) WHERE sealed_recipient IS NOT NULL'],
    ['notification_cause', '(cause_id, state)'],
    ['notification_message', '(message_id) WHERE message_id IS NOT NULL'],
    ['notification_age', '(created_at)'],
  ] as const) {
    await sql`CREATE INDEX ${sql.id(name)} ON notification ${sql.raw(columns)}`.execute(db);
  }

  // When each person's next digest of what is new in their communities comes.
  await sql`
    CREATE TABLE digest (
      person_id uuid NOT NULL REFERENCES person,
      rhythm text NOT NULL CHECK (rhythm IN ('daily', 'weekly')),
      since timestamptz NOT NULL,
      next_at timestamptz NOT NULL,
      PRIMARY KEY (person_id, rhythm)
    )
  `.execute(db);
  await sql`CREATE INDEX digest_next ON digest (next_at)`.execute(db);
}
