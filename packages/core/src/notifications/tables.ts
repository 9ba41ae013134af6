import type { Generated, GeneratedAlways } from 'kysely';

export type NotificationRow = {
  id: string;
  organisation_id: string;
  cause_id: string;
  what: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  community_id: string | null;
  because: string | null;
  recipient_id: string | null;
  sealed_recipient: Buffer | null;
  place: string | null;
  state: string;
  due_at: Date;
  expires_at: Date;
  message_id: string | null;
  failure: string | null;
  created_at: Date;
  settled_at: Date | null;
};

export type NotificationTables = {
  notification_choice: {
    person_id: string;
    community_id: string | null;
    kind: string;
    time: string;
    about: GeneratedAlways<string>;
  };
  notification_setting: { person_id: string; away_until: Date | null; revision: number };
  topic_snooze: { person_id: string; topic: string; until: Date };
  conversation: {
    organisation_id: string;
    conversation_id: string;
    person_id: string | null;
    place: string | null;
    service_url: string;
    renewed_at: Date;
    blocked_at: Date | null;
  };
  posting: {
    community_id: string;
    new_questions: boolean;
    weekly_digest: boolean;
    webhook_host: string | null;
    sealed_webhook: Buffer | null;
    webhook_since: Date | null;
    digest_at: Date | null;
  };
  broadcast: {
    id: string;
    organisation_id: string;
    community_id: string | null;
    what: string;
    subject_kind: string;
    subject_id: string;
    caused_by: string | null;
    at: Date;
    reached: string | null;
    complete: Generated<boolean>;
    in_digest: Generated<number>;
    unwanted: Generated<number>;
  };
  message: {
    id: string;
    organisation_id: string;
    state: 'waiting' | 'sending' | 'settled';
    tries: Generated<number>;
    due_at: Date;
    claim: string | null;
    claimed_until: Date | null;
    unsure: Generated<number>;
    handed: Generated<boolean>;
    activity_id: string | null;
    created_at: Date;
  };
  notification: NotificationRow;
  digest: { person_id: string; rhythm: string; since: Date; next_at: Date };
};
