import type { SubjectKind, What } from './happening.ts';
import { isUnseen, isWhat, wordsOf } from './happening.ts';
import type { MessageItem, OutgoingMessage } from './messenger.ts';
import { sayWhen } from './say-when.ts';
import { mayGo, type Recipient } from './recipient.ts';

/** A notification that is in hand to be sent, with what it is about as that is now. */
export type Claimed = {
  readonly id: string;
  readonly what: string;
  readonly kind: MessageItem['kind'];
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly communityId: string | undefined;
  readonly communityName: string | undefined;
  readonly because: string | undefined;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  /** What it is called now; `undefined` where it is gone, hidden, or no longer for this recipient to see. */
  readonly title: string | undefined;
  readonly excerpt: string | undefined;
  readonly topics: readonly string[];
  /** When it is, of a gathering, and the zone whose clock it follows. */
  readonly at: { readonly startsAt: Date; readonly timeZone: string } | undefined;
  /** When the date begins that it is about, where it has to come before that. */
  readonly begins: Date | undefined;
  /** What it was to bring about is done: the question has an answer, or is shown there already. */
  readonly done: boolean;
};

/** What becomes of one notification of a message that is not sent as it is. */
export type Verdict =
  | { readonly id: string; readonly state: 'expired'; readonly failure: ExpiredBecause }
  | { readonly id: string; readonly state: 'unwanted' }
  | { readonly id: string; readonly state: 'held'; readonly dueAt: Date };

/**
 * Why a message is not sent any more: the time for it is over (`late`), what it is about is no longer open to the recipient
 * (`gone`) or was settled (`done`), or the recipient has left the organisation (`not-there`). Told in trouble.ts.
 */
export type ExpiredBecause = 'late' | 'gone' | 'done' | 'not-there';

export type Packed = {
  readonly message: OutgoingMessage | undefined;
  readonly verdicts: readonly Verdict[];
  readonly sent: readonly string[];
};

/** Things that one message shows; the others are counted. A message of Teams holds 28 KB. */
const SHOWN = 8;

/**
 * Puts into one message what one recipient is told, the newest last, and says what becomes of the rest: too late, turned
 * off since, or to wait because they are not there. Without a `recipient` it goes to a place.
 */
export function pack(claimed: readonly Claimed[], recipient: Recipient | undefined, now: Date): Packed {
  const verdicts: Verdict[] = [];
  const kept: (Claimed & { readonly what: What; readonly title: string })[] = [];
  for (const one of claimed) {
    const verdict = verdictOn(one, recipient, now);
    if (verdict) verdicts.push(verdict);
    else if (isWhat(one.what) && one.title !== undefined) kept.push({ ...one, what: one.what, title: one.title });
  }
  const inOrder = kept.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const shown = newestOfEach(inOrder);
  const message =
    shown.length === 0
      ? undefined
      : {
          items: shown.slice(0, SHOWN).map((one) => itemOf(one, recipient)),
          more: Math.max(0, shown.length - SHOWN),
          forPlace: recipient === undefined,
        };
  return { message, verdicts, sent: kept.map(({ id }) => id) };
}

function verdictOn(one: Claimed, recipient: Recipient | undefined, now: Date): Verdict | undefined {
  const { id, what, communityId, expiresAt, title, done, begins } = one;
  if (title === undefined || !isWhat(what)) return { id, state: 'expired', failure: 'gone' };
  if (expiresAt <= now) return { id, state: 'expired', failure: 'late' };
  if (done) return { id, state: 'expired', failure: 'done' };
  if (!recipient) return undefined;
  const answer = mayGo(recipient, { what, communityId, now, begins });
  if (answer === 'now') return undefined;
  if (answer === 'never') return { id, state: 'unwanted' };
  return answer >= expiresAt ? { id, state: 'expired', failure: 'late' } : { id, state: 'held', dueAt: answer };
}

/** Five answers to one question are one line. */
function newestOfEach<One extends Claimed>(all: readonly One[]): readonly One[] {
  return [...new Map(all.map((one) => [`${one.what} ${one.subjectId}`, one])).values()];
}

function itemOf(
  one: Claimed & { readonly what: What; readonly title: string },
  recipient: Recipient | undefined,
): MessageItem {
  const { kind, what, subjectKind, subjectId, communityId, communityName, excerpt, topics } = one;
  const when = one.at && sayWhen(one.at.startsAt, recipient?.timeZone ?? one.at.timeZone);
  const names = { subject: one.title, community: communityName ?? 'your community', when };
  return {
    kind,
    what,
    ...wordsOf(what, one.because, names),
    link: isUnseen(what) && communityId ? { kind: 'community', id: communityId } : { kind: subjectKind, id: subjectId },
    community: communityId && communityName ? { id: communityId, name: communityName } : undefined,
    excerpt: excerpt || undefined,
    topics,
  };
}
