import type { Generated } from 'kysely';

/** Exactly one of the two is there. */
type AuthorColumns = { author_id: string | null; sealed_author: Buffer | null };

export type QuestionRow = AuthorColumns & {
  id: string;
  organisation_id: string;
  community_id: string;
  asked_in: string;
  title: string;
  folded_title: Generated<string>;
  details: string;
  summary: string;
  topics: string[];
  visibility: string;
  asked_at: Date;
  active_at: Date;
  edited_at: Date | null;
  edited_by: string | null;
  answer_count: Generated<number>;
  me_too_count: Generated<number>;
  asked_count: Generated<number>;
  accepted_answer_id: string | null;
  accepted_at: Date | null;
  closed_at: Date | null;
  close_reason: string | null;
  close_note: string | null;
  duplicate_of: string | null;
  kept_as: string | null;
  kept: Generated<boolean>;
  hidden_at: Date | null;
  revision: number;
  state: Generated<string>;
  search: Generated<string>;
};

export type QuestionTables = {
  question: QuestionRow;
  answer: AuthorColumns & {
    id: string;
    question_id: string;
    text: string;
    at: Date;
    edited_at: Date | null;
    helped_count: Generated<number>;
    hidden_at: Date | null;
    version: Generated<number>;
  };
  comment: AuthorColumns & {
    id: string;
    question_id: string;
    answer_id: string | null;
    text: string;
    at: Date;
    hidden_at: Date | null;
    removed_at: Date | null;
  };
  question_version: {
    question_id: string;
    version: number;
    title: string;
    details: string;
    at: Date;
    edited_by: string | null;
  };
  answer_version: { answer_id: string; version: number; text: string; at: Date };
  me_too: { question_id: string; mark: Buffer; sealed_person: Buffer };
  helped: { answer_id: string; mark: Buffer };
  question_thread: { organisation_id: string; thread: string; question_id: string; message: string | null };
};
