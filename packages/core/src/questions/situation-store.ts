import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { AnswerId, CommentId, CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { byGuest, type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visibleCommunity, visibleQuestion, type Viewer } from '../sql/visibility.ts';
import { type Author, reveal } from '../trust/authorship.ts';
import type { Sealing } from '../trust/sealing.ts';
import { veiledItems, type VeiledRow } from '../trust/veiled-queries.ts';
import { participantOf, type StandingRow } from './participant.ts';
import type { QuestionStore, Situation } from './ports.ts';
import type { Question } from './question.ts';
import { standingColumns } from './standing-queries.ts';
import type { CloseReason, QuestionVisibility } from './state.ts';
import type { QuestionRow } from './tables.ts';

type AuthorText = { readonly author_id: string | null; readonly sealed: string | null };
type SituationRow = Omit<
  QuestionRow,
  | 'asked_in'
  | 'folded_title'
  | 'summary'
  | 'answer_count'
  | 'me_too_count'
  | 'asked_count'
  | 'kept'
  | 'state'
  | 'search'
> &
  StandingRow & {
    readonly visible: boolean;
    readonly veiled: readonly VeiledRow[] | null;
    readonly answer: (AuthorText & { readonly id: string; readonly text: string; readonly version: number }) | null;
    readonly comment: (AuthorText & { readonly id: string }) | null;
  };
type Places = Viewer & { readonly id: string; readonly answerId: string | null; readonly commentId: string | null };

const author = sql`'author_id', i.author_id, 'sealed', encode(i.sealed_author, 'base64')`;

const situationById = preparedBy<Guest, Places, SituationRow>(byGuest, (look, places) => {
  const viewer = viewerOf(look, places);
  return sql<SituationRow>`
    SELECT question.id, question.organisation_id, question.community_id, question.title, question.details,
      question.topics, question.visibility, question.author_id, question.sealed_author, question.asked_at,
      question.active_at, question.edited_at, question.edited_by, question.accepted_answer_id, question.accepted_at, question.closed_at,
      question.close_reason, question.close_note, question.duplicate_of, question.hidden_at, question.revision,
      ${standingColumns(viewer)}, ${visibleQuestion(viewer)} AS visible, ${veiledItems} AS veiled,
      (SELECT json_build_object('id', i.id, 'text', i.text, 'version', i.version, ${author}) FROM answer i
        WHERE i.id = ${places.answerId}::uuid AND i.question_id = question.id) AS answer,
      (SELECT json_build_object('id', i.id, ${author}) FROM comment i
        WHERE i.id = ${places.commentId}::uuid AND i.question_id = question.id AND i.removed_at IS NULL) AS comment
    FROM question JOIN community ON community.id = question.community_id
    WHERE question.id = ${places.id} AND question.organisation_id = ${viewer.organisationId}
      AND (question.sealed_author IS NOT NULL OR ${visibleQuestion(viewer)})
  `;
});

const destinationById = preparedBy<Guest, Viewer & { readonly id: string }, StandingRow & { readonly id: string }>(
  byGuest,
  (look, places) => {
    const viewer = viewerOf(look, places);
    return sql<StandingRow & { readonly id: string }>`
      SELECT community.id, ${standingColumns(viewer)} FROM community
      WHERE community.id = ${places.id} AND ${visibleCommunity(viewer)}
    `;
  },
);

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing; readonly now: () => Date };

/** Loads what rules need, in one round trip each. */
export function sqlSituations({ db, sealing, now }: Deps): Pick<QuestionStore, 'find' | 'destination'> {
  return {
    async find(actor, id, { answerId, commentId } = {}) {
      const places = { ...actor, id, answerId: answerId ?? null, commentId: commentId ?? null };
      const [row] = await situationById(actor)(db, places);
      return row && situationOf(actor, row, { sealing, now: now() });
    },

    async destination(actor, communityId) {
      const [row] = await destinationById(actor)(db, { ...actor, id: communityId });
      return row && { communityId: row.id as CommunityId, by: participantOf(actor, row, now()) };
    },
  };
}

function situationOf(
  actor: Actor,
  row: SituationRow,
  { sealing, now }: { readonly sealing: Sealing; readonly now: Date },
): Situation | undefined {
  const question = questionOf(row);
  const asker = reveal(sealing, question.author, row.id);
  const veiled = (row.veiled ?? []).map(({ id, sealed }) => sealing.open(Buffer.from(sealed, 'base64'), id));
  if (question.author.sealed) veiled.push(asker);
  const by = participantOf(actor, row, now, { asker, veiled: veiled.filter((who) => who !== undefined) });
  // An anonymous asker may see their question where the statement could not know that it is theirs.
  if (!row.visible && !by.relations.includes('asker')) return undefined;

  const revealed = (item: AuthorText & { readonly id: string }) => {
    const from = authorOfRow(item.author_id, item.sealed === null ? null : Buffer.from(item.sealed, 'base64'));
    return { author: from, by: reveal(sealing, from, item.id) };
  };
  return {
    question,
    by,
    answer: row.answer
      ? { id: row.answer.id as AnswerId, text: row.answer.text, version: row.answer.version, ...revealed(row.answer) }
      : undefined,
    comment: row.comment ? { id: row.comment.id as CommentId, by: revealed(row.comment).by } : undefined,
  };
}

const authorOfRow = (authorId: string | null, sealed: Buffer | null): Author =>
  sealed === null ? { personId: authorId as PersonId } : { sealed };

const questionOf = (row: SituationRow): Question => ({
  id: row.id as QuestionId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  title: row.title,
  details: row.details,
  topics: row.topics,
  visibility: row.visibility as QuestionVisibility,
  author: authorOfRow(row.author_id, row.sealed_author),
  askedAt: row.asked_at,
  activeAt: row.active_at,
  editedAt: row.edited_at ?? undefined,
  editedBy: (row.edited_by ?? undefined) as PersonId | undefined,
  accepted:
    row.accepted_answer_id && row.accepted_at
      ? { answerId: row.accepted_answer_id as AnswerId, at: row.accepted_at }
      : undefined,
  closed: row.closed_at
    ? { at: row.closed_at, reason: row.close_reason as CloseReason, note: row.close_note ?? undefined }
    : undefined,
  duplicateOf: (row.duplicate_of ?? undefined) as QuestionId | undefined,
  revision: row.revision,
});
