import type { PreferencesView } from '@copse/core/contracts';
import { deliveryTimeNames, deliveryTimes, kindsOfNotification, notificationKinds } from '@copse/core/vocabulary';
import { settingsWords as say } from '../digest-strings.ts';
import { type Card, card, choose, openPage, press, pressOnly, small, text } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import type { Viewer } from './viewer.ts';

type Named = { readonly id: string; readonly name: string };
type Model = {
  readonly preferences: PreferencesView;
  /** Those that can have choices of their own. */
  readonly communities: readonly Named[];
  readonly viewer: Viewer;
  readonly notice?: Notice | undefined;
};

const times = deliveryTimes.map((time) => ({ title: deliveryTimeNames[time], value: time }));

/** For each kind of message when it comes, and the way to one community that is louder or quieter than the others. */
export function settingsCard({ preferences, communities, viewer, notice }: Model): Card {
  const { usual, snoozedTopics, awayUntil, revision, communities: own } = preferences;
  return card({
    body: [
      noticeBox(notice),
      heading(say.title),
      small(say.text),
      awayUntil ? noticeBox({ text: say.away }) : undefined,
      ...notificationKinds.map((kind) => choose(kind, kindsOfNotification[kind].name, undefined, times, usual[kind])),
      snoozedTopics.length > 0
        ? text(say.snoozed(plain(clip(snoozedTopics.map(({ topic }) => topic).join(', '), 300))), { size: 'Small' })
        : undefined,
      own.length > 0
        ? text(say.otherwise(plain(clip(own.map(({ community }) => community.name).join(', '), 300))), {
            size: 'Small',
          })
        : undefined,
    ],
    actions: [
      press(say.save, 'save-settings', { revision }, true),
      communities.length > 0 ? pressOnly(say.one, 'show-settings', { which: true }) : undefined,
      openPage(say.more, viewer.links.page('notifications/settings')),
    ],
    fallback: say.title,
  });
}

/** Which community is meant. */
export const whichSettingsCard = ({ communities }: Pick<Model, 'communities'>): Card =>
  card({
    body: [
      heading(say.which),
      choose(
        'community',
        say.community,
        say.chooseCommunity,
        communities.map(({ id, name }) => ({ title: name, value: id })),
        communities[0]?.id,
      ),
    ],
    actions: [press(say.show, 'show-settings', {}, true), pressOnly(say.back, 'show-settings')],
    fallback: say.which,
  });

const AS_USUAL = 'usual';

/** The same for one community; what is as usual there follows the person's usual. */
export function communitySettingsCard({
  preferences,
  community,
  notice,
}: Omit<Model, 'communities' | 'viewer'> & {
  readonly community: Named;
}): Card {
  const { usual, communities, revision } = preferences;
  const own = communities.find((one) => one.community.id === community.id)?.times ?? {};
  const title = say.titleOf(plain(community.name));
  return card({
    body: [
      noticeBox(notice),
      heading(title),
      small(say.textOf),
      ...notificationKinds.map((kind) =>
        choose(
          kind,
          kindsOfNotification[kind].name,
          undefined,
          [{ title: say.asUsual(deliveryTimeNames[usual[kind]].toLowerCase()), value: AS_USUAL }, ...times],
          own[kind] ?? AS_USUAL,
        ),
      ),
    ],
    actions: [
      press(say.save, 'save-settings', { revision, community: community.id }, true),
      pressOnly(say.back, 'show-settings'),
    ],
    fallback: title,
  });
}
