import { type Kysely, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { byGuest, type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visibleQuestion, type Viewer } from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { QuestionHistory } from './contract.ts';
import { formerSelves } from './standing-queries.ts';
import { utc } from '../kernel/instant.ts';

const SHOWN = 200;

type HistoryRow = {
  readonly id: string;
  readonly visible: boolean;
  readonly sealed_author: Buffer | null;
  readonly former: readonly string[] | null;
  readonly texts:
    | readonly {
        readonly at: string;
        readonly answer_id: string | null;
        readonly title: string | null;
        readonly text: string;
        readonly editor: PersonCardRow | null;
      }[]
    | null;
};

/** Every text that a question and its answers had, the newest first; what is hidden is left out. */
export async function readHistory(
  { db, sealing }: { readonly db: Kysely<Database>; readonly sealing: Sealing },
  actor: Actor,
  id: string,
): Promise<QuestionHistory | undefined> {
  const [row] = await historyById(actor)(db, { ...actor, id });
  if (!row) return undefined;
  const asker = row.sealed_author && sealing.open(row.sealed_author, row.id);
  const mine = asker && [actor.personId, ...((row.former ?? []) as PersonId[])].includes(asker);
  if (!row.visible && !mine) return undefined;

  return {
    items: (row.texts ?? []).map(({ at, answer_id, title, text, editor }) => ({
      at: utc(at),
      what: answer_id === null ? 'question' : 'answer',
      ...(answer_id === null ? {} : { answerId: answer_id }),
      ...(title === null ? {} : { title }),
      text,
      ...(editor ? { editedBy: viewPersonCard(editor) } : {}),
    })),
  };
}

const historyById = preparedBy<Guest, Viewer & { readonly id: string }, HistoryRow>(byGuest, (look, places) => {
  const viewer = viewerOf(look, places);
  return sql<HistoryRow>`
    SELECT question.id, question.sealed_author, ${visibleQuestion(viewer)} AS visible,
      ${formerSelves(viewer.personId)} AS former,
      (SELECT json_agg(json_build_object('at', t.at, 'answer_id', t.answer_id, 'title', t.title, 'text', t.text,
          'editor', (SELECT ${personJson('p')} FROM person p WHERE p.id = t.edited_by)) ORDER BY t.at DESC) FROM (
        SELECT coalesce(question.edited_at, question.asked_at) AS at, NULL::uuid AS answer_id, question.title,
          question.details AS text, question.edited_by
        UNION ALL
        SELECT v.at, NULL, v.title, v.details, v.edited_by FROM question_version v WHERE v.question_id = question.id
        UNION ALL
        SELECT coalesce(a.edited_at, a.at), a.id, NULL, a.text, NULL FROM answer a
        WHERE a.question_id = question.id AND a.hidden_at IS NULL
        UNION ALL
        SELECT v.at, v.answer_id, NULL, v.text, NULL FROM answer a JOIN answer_version v ON v.answer_id = a.id
        WHERE a.question_id = question.id AND a.hidden_at IS NULL
        ORDER BY at DESC LIMIT ${sql.lit(SHOWN)}) t) AS texts
    FROM question JOIN community ON community.id = question.community_id
    WHERE question.id = ${places.id} AND question.organisation_id = ${viewer.organisationId}
      AND (question.sealed_author IS NOT NULL OR ${visibleQuestion(viewer)})
  `;
});
