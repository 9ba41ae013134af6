import type { CommunityCard } from '@copse/core/contracts';
import { words } from '../strings.ts';
import { type Card, card, choose, openPage, press, pressOnly, small, text } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import type { Viewer } from './viewer.ts';

/** Said once to a team or a group chat. Right for everybody: who presses sees their own communities. */
export function introductionCard(): Card {
  const say = words.introduction;
  return card({
    body: [{ ...heading(say.title), size: 'Large' }, text(say.text), small(say.try, 'Small')],
    actions: [pressOnly(say.connect, 'choose-connection'), pressOnly(words.unknown.help, 'say', { words: 'help' })],
    fallback: say.fallback,
  });
}

/** The place has no community yet. */
export function notConnectedCard(viewer: Viewer): Card {
  const say = words.connect;
  return card({
    body: [text(say.here)],
    actions: [
      pressOnly(words.introduction.connect, 'choose-connection'),
      openPage(words.communities.discover, viewer.links.page('discover')),
    ],
    fallback: say.here,
  });
}

/** One of the communities of whoever pressed, to be connected with where the card is. */
export function chooseConnectionCard(mine: readonly CommunityCard[], viewer: Viewer, notice?: Notice): Card {
  const say = words.connect;
  if (mine.length === 0) {
    return card({
      body: [noticeBox(notice), heading(say.noneTitle), text(say.none)],
      actions: [openPage(say.found, viewer.links.page('discover'))],
      fallback: say.none,
    });
  }
  const place = viewer.place.kind === 'personal' ? '' : viewer.place.name;
  return card({
    body: [
      noticeBox(notice),
      heading(say.title(plain(clip(place, 80)))),
      choose(
        'community',
        say.choose,
        say.required,
        mine.map(({ id, name }) => ({ title: name, value: id })),
      ),
      small(say.limited, 'Small'),
    ],
    actions: [press(say.send, 'connect', {}, true)],
    fallback: say.title(place),
  });
}
