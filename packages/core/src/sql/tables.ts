import type { Generated } from 'kysely';

export type OutboxRow = {
  id: string;
  position: Generated<number>;
  organisation_id: string;
  type: string;
  /** JSON text on the way in; parsed on the way out. */
  payload: unknown;
  occurred_at: Date;
  relayed_at: Date | null;
  tries: Generated<number>;
  not_before: Date | null;
  failure: string | null;
};

export type OutboxTables = {
  outbox: OutboxRow;
  handled_event: { subscriber: string; event_id: string; handled_at: Date };
  idempotent_answer: {
    key: Buffer;
    request_hash: Buffer;
    /** None while the first request is under way. */
    answer: Buffer | null;
    at: Date;
  };
};
