import { type PersonCardRow } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { pseudonymsOf, type Veiled } from '../trust/pseudonym.ts';
import type { Sealing } from '../trust/sealing.ts';
import { isAsker, type QuestionCardRow, viewAuthor, viewQuestionCard } from './card-view.ts';
import type { AnswerView, AuthorView, QuestionView } from './contract.ts';
import { participantOf, selvesOf, type StandingRow } from './participant.ts';
import { allows } from './permission.ts';
import type { Participant } from './question.ts';
import { type CloseReason, type QuestionState, wayOf } from './state.ts';
import { utc } from '../kernel/instant.ts';

type Instant = string;
type ItemRow = {
  readonly id: string;
  readonly person: PersonCardRow | null;
  readonly text: string;
  readonly at: Instant;
  readonly hidden: boolean;
};
type CommentRow = ItemRow & { readonly answer_id: string | null };
type AnswerRow = ItemRow & {
  readonly edited_at: Instant | null;
  readonly accepted: boolean;
  readonly helped_count: number;
  readonly helped_me: boolean;
};

/** One question as the page query brings it; instants inside JSON come as text. */
export type QuestionPageRow = QuestionCardRow &
  StandingRow & {
    readonly details: string;
    readonly edited_at: Date | null;
    readonly closed_at: Date | null;
    readonly close_reason: string | null;
    readonly close_note: string | null;
    readonly kept_as: string | null;
    readonly asked_count: number;
    readonly ever_asked: boolean;
    readonly accepted: boolean;
    readonly revision: number;
    readonly me_too: boolean;
    /** Without the help of the seal: an anonymous asker may see more. */
    readonly visible: boolean;
    readonly veiled: readonly { readonly id: string; readonly sealed: string }[] | null;
    readonly answers: readonly AnswerRow[] | null;
    readonly comments: readonly CommentRow[] | null;
    /** Only where the viewer may see them. */
    readonly original: { readonly id: string; readonly title: string } | null;
    readonly practice: { readonly id: string; readonly title: string } | null;
  };

type Opening = { readonly sealing: Pick<Sealing, 'open'>; readonly now: Date };

/**
 * The whole question as one page shows it, with what this viewer may do now, or nothing where it is not for them. The
 * only way out of this slice, and the only place that knows who is behind a pseudonym.
 */
export function viewQuestion(actor: Actor, row: QuestionPageRow, { sealing, now }: Opening): QuestionView | undefined {
  const selves = selvesOf(actor, row);
  const mine = isAsker(sealing, row, selves);
  if (!row.visible && !mine) return undefined;

  const viewer = participantOf(actor, row, now, mine ? { asker: actor.personId } : {});
  const items = (row.veiled ?? []).map(({ id, sealed }) => ({
    itemId: id,
    personId: sealing.open(Buffer.from(sealed, 'base64'), id),
  }));
  const show = presenting({ viewer, authors: authorsOf(row, items, { sealing, selves }) });
  const open = row.closed_at === null && row.state !== 'duplicate';
  const comments = row.comments ?? [];
  return {
    ...viewQuestionCard(sealing, actor, row),
    details: row.details,
    ...(row.edited_at ? { editedAt: utc(row.edited_at) } : {}),
    comments: comments.filter(({ answer_id }) => answer_id === null).map(show.comment),
    answers: (row.answers ?? []).map((answer) =>
      show.answer(
        answer,
        comments.filter(({ answer_id }) => answer_id === answer.id),
      ),
    ),
    meToo: row.me_too,
    ...(row.original ? { duplicateOf: row.original } : {}),
    ...(row.closed_at
      ? {
          closed: {
            reason: row.close_reason as CloseReason,
            ...(row.close_note ? { note: row.close_note } : {}),
            at: utc(row.closed_at),
          },
        }
      : {}),
    ...(row.practice ? { keptAs: row.practice } : {}),
    askedCount: row.asked_count,
    way: [
      ...wayOf(row.state as QuestionState, {
        accepted: row.accepted,
        answers: row.answer_count,
        everAsked: row.ever_asked,
      }),
    ],
    revision: row.revision,
    abilities: {
      answer: allows(viewer.relations, 'answer') && !viewer.closed && open,
      comment: allows(viewer.relations, 'comment') && !viewer.closed,
      meToo: allows(viewer.relations, 'me-too') && !mine,
      edit: allows(viewer.relations, 'edit') && !viewer.closed,
      close: allows(viewer.relations, 'close') && open,
      reopen: allows(viewer.relations, 'reopen') && !open,
      markDuplicate: allows(viewer.relations, 'mark-duplicate') && row.state !== 'duplicate',
      move: allows(viewer.relations, 'move'),
      keepAsPractice: allows(viewer.relations, 'keep') && !viewer.closed && row.accepted && row.kept_as === null,
      report: allows(viewer.relations, 'report') && !mine,
      moderate: allows(viewer.relations, 'moderate'),
    },
  };
}

/** For each anonymous item its pseudonym in this question, and whether the viewer wrote it. */
function authorsOf(
  row: QuestionPageRow,
  items: readonly Veiled[],
  { sealing, selves }: Pick<Opening, 'sealing'> & { readonly selves: readonly PersonId[] },
) {
  const asker = row.sealed_author ? { itemId: row.id, personId: sealing.open(row.sealed_author, row.id) } : undefined;
  const pseudonyms = pseudonymsOf(asker, items);
  const own = new Set(
    items.filter(({ personId }) => personId && selves.includes(personId)).map(({ itemId }) => itemId),
  );

  return ({ id, person }: ItemRow): AuthorView =>
    viewAuthor(
      { person, pseudonym: pseudonyms.get(id) },
      person ? selves.includes(person.id as PersonId) : own.has(id),
    );
}

type Presenting = { readonly viewer: Participant; readonly authors: (item: ItemRow) => AuthorView };

function presenting({ viewer, authors }: Presenting) {
  const keepsOrder = allows(viewer.relations, 'moderate');
  const mayComment = allows(viewer.relations, 'comment') && !viewer.closed;
  const mayReport = allows(viewer.relations, 'report');
  const accepts = allows(viewer.relations, 'accept');

  /** What stewards have hidden is shown to them and to its author; others see that something was there. */
  const item = (row: ItemRow) => {
    const author = authors(row);
    const readable = !row.hidden || keepsOrder || author.mine;
    const shown = readable ? { author, text: row.text } : { author: { mine: false }, text: '' };
    return { id: row.id, ...shown, at: utc(row.at), hidden: row.hidden, own: author.mine, readable };
  };

  const comment = (row: CommentRow): AnswerView['comments'][number] => {
    const { own, readable, ...shown } = item(row);
    return {
      ...shown,
      abilities: {
        remove: own || allows(viewer.relations, 'remove-any-comment'),
        report: mayReport && readable && !own,
      },
    };
  };

  const answer = (row: AnswerRow, comments: readonly CommentRow[]): AnswerView => {
    const { own, readable, ...shown } = item(row);
    return {
      ...shown,
      ...(row.edited_at ? { editedAt: utc(row.edited_at) } : {}),
      accepted: row.accepted,
      helpedCount: row.helped_count,
      helpedMe: row.helped_me,
      comments: readable ? comments.map(comment) : [],
      abilities: {
        accept: accepts && !row.accepted,
        takeBackAcceptance: accepts && row.accepted,
        edit: own && !viewer.closed,
        helped: allows(viewer.relations, 'helped') && !own && readable,
        comment: mayComment && readable,
        report: mayReport && readable && !own,
      },
    };
  };
  return { comment, answer };
}
