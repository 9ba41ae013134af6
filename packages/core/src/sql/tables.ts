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
  /** What it was done for, where that may be tried again; and which of its kind it is then. */
  intent: string | null;
  nth: number | null;
};

export type OutboxTables = {
  delivery: { key: Buffer; begun_at: Date; done: Generated<boolean> };
  outbox: OutboxRow;
  handled_event: { subscriber: string; event_id: string; handled_at: Date };
  idempotent_answer: {
    key: Buffer;
    request_hash: Buffer;
    /** None while the first request is under way. */
    answer: Buffer | null;
    at: Date;
    /** Stays the same while it is tried again after processes died over it. */
    intent: Generated<string>;
  };
};
