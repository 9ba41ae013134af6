import type { PreferencesView } from '@copse/core/contracts';
import { deliveryTimeNames, deliveryTimes, kindsOfNotification, notificationKinds } from '@copse/core/vocabulary';
import { settingsWords as say } from '../digest-strings.ts';
import { type Card, card, choose, openPage, press, small, text } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import type { Viewer } from './viewer.ts';

/** For each kind of message when it comes. Choices that differ per community are made in the tab. */
export function settingsCard(
  { usual, snoozedTopics, awayUntil, revision }: PreferencesView,
  viewer: Viewer,
  notice?: Notice,
): Card {
  const times = deliveryTimes.map((time) => ({ title: deliveryTimeNames[time], value: time }));
  return card({
    body: [
      noticeBox(notice),
      heading(say.title),
      small(say.text),
      awayUntil ? noticeBox({ text: say.away }) : undefined,
      ...notificationKinds.map((kind) => choose(kind, kindsOfNotification[kind].name, say.choose, times, usual[kind])),
      snoozedTopics.length > 0
        ? text(say.snoozed(plain(clip(snoozedTopics.map(({ topic }) => topic).join(', '), 300))), { size: 'Small' })
        : undefined,
    ],
    actions: [
      press(say.save, 'save-settings', { revision }, true),
      openPage(say.more, viewer.links.page('notifications/settings')),
    ],
    fallback: say.title,
  });
}
