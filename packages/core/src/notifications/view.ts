import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { BroadcastView, NotificationView, PostingView, PreferencesView, RecipientView } from './contract.ts';
import { happenings, isUnseen, isWhat, type Names, type SubjectKind, wordsOf } from './happening.ts';
import { type DeliveryState, deliveryStates } from './kind.ts';
import { type Posting, type PostingPlace, WEBHOOK } from './posting.ts';
import { type Preferences, usualTimes } from './preferences.ts';
import { type Trouble, troubleOfMine, troubleOfOthers, troubleOfPlace } from './trouble.ts';
import { utc } from '../kernel/instant.ts';

/** Choices for communities that the viewer no longer sees are kept and not shown. */
export const viewPreferences = (
  preferences: Preferences,
  names: ReadonlyMap<string, string>,
  now: Date,
): PreferencesView => ({
  usual: usualTimes(preferences),
  communities: [...preferences.communities].flatMap(([id, times]) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ community: { id, name }, times: { ...times } as Record<string, never> }];
  }),
  snoozedTopics: preferences.snoozed
    .filter(({ until }) => until > now)
    .map(({ topic, until }) => ({ topic, until: utc(until) })),
  ...(preferences.awayUntil && preferences.awayUntil > now ? { awayUntil: utc(preferences.awayUntil) } : {}),
  revision: preferences.revision,
});

export type NotificationRecord = {
  readonly id: string;
  readonly what: string;
  readonly kind: NotificationView['kind'];
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly because: string | null;
  readonly state: string;
  readonly failure: string | null;
  readonly dueAt: Date;
  readonly at: Date;
  /** `undefined` where what it is about is gone or no longer open to the viewer. */
  readonly names: Names | undefined;
};

/** What one may see of a message to oneself; of what is no longer open only that there was something. */
export function viewNotification(record: NotificationRecord): NotificationView {
  const { id, what, kind, subjectKind, subjectId, because, at, dueAt, names } = record;
  const state = stateOf(record.state);
  const trouble = troubleOfMine(state, record.failure);
  const called = names ?? (isUnseen(what) ? UNNAMED : undefined);
  const words =
    called && isWhat(what)
      ? wordsOf(what, because ?? undefined, called)
      : { title: 'Something that is no longer open to you', because: 'It was moved, hidden or removed.' };
  return {
    id,
    kind,
    ...words,
    ...(names ? { link: { kind: subjectKind, id: subjectId } } : {}),
    at: utc(at),
    state,
    ...(state === 'held' ? { heldUntil: utc(dueAt) } : {}),
    ...(trouble ? { trouble } : {}),
  };
}

const UNNAMED: Names = { subject: '', community: 'a community' };

/** Being sent is being on its way. */
export const stateOf = (state: string): DeliveryState =>
  (deliveryStates as readonly string[]).includes(state) ? (state as DeliveryState) : 'queued';

export type BroadcastRecord = {
  readonly id: string;
  readonly what: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly at: Date;
  readonly names: Names | undefined;
  readonly inDigest: number;
  readonly unwanted: number;
  readonly counts: readonly { readonly state: string; readonly failure: string | null; readonly count: number }[];
  readonly posts: readonly PostRecord[];
};

/** A post in a place; its name is `null` where it is not connected any more. */
export type PostRecord = {
  readonly place: string;
  readonly name: string | null;
  readonly state: string;
  readonly failure: string | null;
};

/** What became of a message to many. */
export function viewBroadcast(record: BroadcastRecord): BroadcastView {
  const { id, what, subject, at, names, inDigest, unwanted, counts, posts } = record;
  const byState = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
  const failures = new Map<string, Trouble & { readonly count: number }>();
  for (const { state, failure, count } of counts) {
    byState[stateOf(state)] += count;
    const trouble = troubleOf(stateOf(state), failure);
    if (!trouble) continue;
    const before = failures.get(trouble.reason)?.count ?? 0;
    failures.set(trouble.reason, { ...trouble, count: before + count });
  }
  byState.unwanted += unwanted;
  return {
    id,
    about: isWhat(what) && names ? happenings[what].title(names) : 'Something that is no longer open to you',
    ...(names ? { link: subject } : {}),
    at: utc(at),
    counts: byState,
    inDigest,
    failures: [...failures.values()].toSorted((a, b) => b.count - a.count),
    // Where a community meets is no business of somebody who may not see it any more.
    posts: names ? posts.map(viewPost) : [],
  };
}

export type RecipientRecord = {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly person: PersonCardRow;
};

/** What became of a message to many at one of them. Until when it is held is theirs: it would tell when they work. */
export function viewRecipient({ id, state: kept, failure, person }: RecipientRecord): RecipientView {
  const state = stateOf(kept);
  const trouble = troubleOf(state, failure);
  return { id, person: viewPersonCard(person), state, ...(trouble ? { trouble } : {}) };
}

const troubleOf = (state: DeliveryState, failure: string | null): Trouble | undefined =>
  state === 'failed' || state === 'expired' || state === 'blocked'
    ? troubleOfOthers(state === 'blocked' ? state : failure)
    : undefined;

function viewPost({ place, name, ...of }: PostRecord): BroadcastView['posts'][number] {
  const state = stateOf(of.state);
  const trouble = troubleOfPlace(state, of.failure);
  const called =
    place === WEBHOOK ? 'the channel behind the webhook' : (name ?? 'a place that is not connected any more');
  return { place: called, state, ...(trouble ? { trouble } : {}) };
}

/** The address of the webhook stays here; of it only the host is shown. */
export const viewPosting = (
  { newQuestions, weeklyDigest, webhook }: Posting,
  places: readonly PostingPlace[],
  mayEdit: boolean,
): PostingView => ({
  newQuestions,
  weeklyDigest,
  places: places.map(({ name, by, last }) => {
    const trouble = last && mayEdit ? troubleOfPlace(stateOf(last.state), last.failure) : undefined;
    return { name, by, ...(trouble ? { trouble } : {}) };
  }),
  ...(webhook ? { webhook: { host: webhook.host, since: utc(webhook.since) } } : {}),
  abilities: { edit: mayEdit },
});
