import { type RawBuilder, sql } from 'kysely';

/** What was written anonymously in a question, in the order in which it appeared. Needs `question` in scope. */
export const veiledItems: RawBuilder<unknown> = sql`
  (SELECT json_agg(json_build_object('id', v.id, 'sealed', encode(v.sealed_author, 'base64')) ORDER BY v.at, v.id) FROM (
    SELECT id, at, sealed_author FROM answer
    WHERE answer.question_id = question.id AND answer.sealed_author IS NOT NULL
    UNION ALL
    SELECT id, at, sealed_author FROM comment
    WHERE comment.question_id = question.id AND comment.sealed_author IS NOT NULL) v)`;

export type VeiledRow = { readonly id: string; readonly sealed: string };
