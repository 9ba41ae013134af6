import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ASKER } from '../trust/pseudonym.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { AuthorView, QuestionCard } from './contract.ts';
import { selvesOf } from './participant.ts';
import type { QuestionState, QuestionVisibility } from './state.ts';
import { utc } from '../kernel/instant.ts';

/** One question as the list queries bring it. */
export type QuestionCardRow = {
  readonly id: string;
  readonly community_id: string;
  readonly community_name: string;
  readonly title: string;
  readonly summary: string;
  readonly topics: string[];
  readonly state: string;
  readonly visibility: string;
  /** None where it was asked anonymously. */
  readonly author: PersonCardRow | null;
  readonly sealed_author: Uint8Array | null;
  readonly asked_at: Date;
  readonly active_at: Date;
  readonly answer_count: number;
  readonly me_too_count: number;
  readonly hidden: boolean;
  readonly former: readonly string[] | null;
};

/** Whoever wrote one item, as the viewer may know them. */
export function viewAuthor(
  { person, pseudonym }: { readonly person: PersonCardRow | null; readonly pseudonym: string | undefined },
  mine: boolean,
): AuthorView {
  if (person) return { person: viewPersonCard(person), mine };
  return { ...(pseudonym === undefined ? {} : { pseudonym }), mine };
}

/** Whether the viewer asked it; for an anonymous question this is where its seal is opened. */
export function isAsker(
  { open }: Pick<Sealing, 'open'>,
  row: Pick<QuestionCardRow, 'id' | 'author' | 'sealed_author'>,
  selves: readonly PersonId[],
): boolean {
  const asker = row.sealed_author ? open(row.sealed_author, row.id) : (row.author?.id as PersonId | undefined);
  return asker !== undefined && selves.includes(asker);
}

/** A question in a list. */
export function viewQuestionCard(sealing: Pick<Sealing, 'open'>, actor: Actor, row: QuestionCardRow): QuestionCard {
  return {
    id: row.id,
    community: { id: row.community_id, name: row.community_name },
    title: row.title,
    summary: row.summary,
    topics: row.topics,
    state: row.state as QuestionState,
    visibility: row.visibility as QuestionVisibility,
    author: viewAuthor(
      { person: row.author, pseudonym: row.sealed_author ? ASKER : undefined },
      isAsker(sealing, row, selvesOf(actor, row)),
    ),
    askedAt: utc(row.asked_at),
    activeAt: utc(row.active_at),
    answerCount: row.answer_count,
    meTooCount: row.me_too_count,
    hidden: row.hidden,
  };
}
