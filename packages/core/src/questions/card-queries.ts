import { type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { Viewer } from '../sql/visibility.ts';
import { formerSelves } from './standing-queries.ts';

/** What `viewQuestionCard` needs of a question, its community and, where it is named, its author (see `joinAsker`). */
export const questionCardColumns = ({ personId }: Viewer): RawBuilder<unknown> => sql`
  question.id, question.community_id, community.name AS community_name, question.title, question.summary,
  question.topics, question.state, question.visibility, question.sealed_author, question.asked_at, question.active_at,
  question.answer_count, question.me_too_count, question.hidden_at IS NOT NULL AS hidden,
  CASE WHEN asker.id IS NOT NULL THEN ${personJson('asker')} END AS author, ${formerSelves(personId)} AS former
`;

export const fromQuestions: RawBuilder<unknown> = sql`
  question JOIN community ON community.id = question.community_id LEFT JOIN person asker ON asker.id = question.author_id
`;
