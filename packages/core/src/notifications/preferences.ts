import type { PersonId } from '../kernel/ids.ts';
import { type DeliveryTime, kindsOfNotification, type NotificationKind, notificationKinds } from './kind.ts';

export type Times = { readonly [Kind in NotificationKind]?: DeliveryTime | undefined };
export type Snooze = { readonly topic: string; readonly until: Date };

/** What somebody wants to hear of, and when. What they have not chosen is as usual. */
export type Preferences = {
  readonly personId: PersonId;
  readonly usual: Times;
  /** A community's own choices, by its id; they go before the person's usual. */
  readonly communities: ReadonlyMap<string, Times>;
  /** Topics about which they are not asked for help until then. */
  readonly snoozed: readonly Snooze[];
  readonly awayUntil: Date | undefined;
  readonly revision: number;
};

/** When somebody wants to hear of things of a kind; `communityId` is where they come from, if from one. */
export function timeOf(
  { usual, communities }: Pick<Preferences, 'usual' | 'communities'>,
  kind: NotificationKind,
  communityId: string | undefined,
): DeliveryTime {
  const there = communityId === undefined ? undefined : communities.get(communityId)?.[kind];
  return there ?? usual[kind] ?? kindsOfNotification[kind].usual;
}

/** All kinds with the time that holds where no community says otherwise. */
export const usualTimes = ({ usual }: Pick<Preferences, 'usual'>) =>
  Object.fromEntries(notificationKinds.map((kind) => [kind, usual[kind] ?? kindsOfNotification[kind].usual])) as Record<
    NotificationKind,
    DeliveryTime
  >;

/** What is sent changes and the rest stays, except that a list of topics or communities replaces what it names. */
export type PreferencesEdit = {
  readonly usual?: Times | undefined;
  readonly communities?: readonly { readonly communityId: string; readonly times: Times }[] | undefined;
  readonly snoozed?: readonly Snooze[] | undefined;
  /** `null`: back again. */
  readonly awayUntil?: Date | null | undefined;
};

/** Applies an edit. Topics whose pause is over by `now` are let go, so that they do not pile up. */
export function editPreferences(preferences: Preferences, edit: PreferencesEdit, now: Date): Preferences {
  const communities = new Map(preferences.communities);
  for (const { communityId, times } of edit.communities ?? []) {
    if (Object.keys(times).length === 0) communities.delete(communityId);
    else communities.set(communityId, times);
  }
  return {
    ...preferences,
    usual: { ...preferences.usual, ...edit.usual },
    communities,
    snoozed: lastOfEach(edit.snoozed ?? preferences.snoozed).filter(({ until }) => until > now),
    awayUntil: returnOf(preferences.awayUntil, edit.awayUntil, now),
    revision: preferences.revision + 1,
  };
}

/**
 * When somebody is back. Who returns earlier is back now; a day that has come stays, so that whoever waits for them by the
 * clock finds it.
 */
function returnOf(before: Date | undefined, edit: Date | null | undefined, now: Date): Date | undefined {
  if (edit === undefined) return before;
  if (edit && edit > now) return edit;
  return before && before > now ? now : before;
}

/** Pauses one more topic; a later pause of the same topic replaces an earlier one. */
export const snooze = (preferences: Preferences, one: Snooze, now: Date): Preferences =>
  editPreferences(preferences, { snoozed: [...preferences.snoozed, one] }, now);

const lastOfEach = (all: readonly Snooze[]): readonly Snooze[] => [
  ...new Map(all.map((one) => [one.topic, one])).values(),
];
