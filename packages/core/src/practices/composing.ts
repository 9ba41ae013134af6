import { change } from '../kernel/change.ts';
import type { PersonId, PracticeId, QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { practiceLimits as limits } from './limits.ts';
import type { PracticeVisibility } from './life.ts';
import { type Credit, draft, type Practice, type PracticeChange, type Practitioner } from './practice.ts';

/** A question with what was learned from it, as far as a practice is composed from it. */
export type Learned = {
  readonly id: QuestionId;
  readonly title: string;
  readonly details: string;
  readonly topics: readonly string[];
  readonly visibility: PracticeVisibility;
  /** What the asker says solved it, and who wrote it where it has a name. */
  readonly accepted: { readonly text: string; readonly by: PersonId | undefined } | undefined;
  /** Everybody else who spoke by name, the earliest first: whoever asked, answered or commented. */
  readonly voices: readonly PersonId[];
  readonly keptAs: PracticeId | undefined;
};

type Composing = Pick<Practice, 'id' | 'organisationId' | 'communityId'> & { readonly at: Date };
type ComposeRefusal = 'not-taking-part' | 'community-closed' | 'no-accepted-answer' | 'already-kept';

/**
 * Composes a draft from a question whose asker accepted an answer: its details are the context, the accepted answer is
 * the practice. Whoever keeps it owns it; whoever wrote the answer is credited as an author, everybody else who spoke
 * by name as a contributor. What was said anonymously is kept without credit.
 */
export function compose(
  keeper: Practitioner,
  learned: Learned,
  { at, ...place }: Composing,
): Result<PracticeChange, ComposeRefusal> {
  if (learned.keptAs) return refuse('already-kept');
  if (!learned.accepted) return refuse('no-accepted-answer');

  const drafted = draft(keeper, {
    ...place,
    title: shorten(learned.title, limits.title),
    context: shorten(learned.details.trim() || learned.title, limits.context),
    body: shorten(learned.accepted.text, limits.body),
    topics: learned.topics,
    visibility: learned.visibility,
    at,
  });
  if (!drafted.ok) return drafted;

  const { state, events } = drafted.value;
  const others: Credit[] = [
    ...(learned.accepted.by ? [{ personId: learned.accepted.by, credit: 'author' as const, since: at }] : []),
    ...learned.voices.map((personId) => ({ personId, credit: 'contributor' as const, since: at })),
  ];
  const credits = [...state.credits, ...others]
    .filter(({ personId }, index, all) => all.findIndex((one) => one.personId === personId) === index)
    .slice(0, limits.credits);
  const told = events.map((event) => ({ ...event, fromQuestionId: learned.id }));
  return ok({ ...change({ ...state, credits, revision: 0 }), events: told });
}

/** Ends at a word, with an ellipsis, where there is too much. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const word = cut.search(/\s\S*$/u);
  return `${(word > max / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
