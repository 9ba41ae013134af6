import { words } from '../strings.ts';
import { type Card, card, input, openPage, press, pressOnly, small, text } from './card.ts';
import { suggestionRows, type Suggested } from './communities-card.ts';
import { heading, noticeBox } from './note-card.ts';
import type { Viewer } from './viewer.ts';

const say = words.welcome;

/** The first thing a person sees of the bot, and where they say what interests them. */
export function welcomeCard(interests: readonly string[], again = false): Card {
  return card({
    body: [
      again ? noticeBox({ text: say.askAgain, kind: 'problem' }) : undefined,
      heading(say.title),
      text(say.text),
      input({
        id: 'interests',
        label: say.ask,
        placeholder: say.hint,
        value: interests.join(', ') || undefined,
        maxLength: 500,
        required: say.askAgain,
      }),
      small(say.keep, 'Small'),
    ],
    actions: [press(say.save, 'save-interests', {}, true), pressOnly(say.skip, 'say', { words: 'communities' })],
    fallback: say.fallback,
  });
}

/** What fits the interests that were just saved. */
export function suggestionsCard(suggested: readonly Suggested[], viewer: Viewer): Card {
  return card({
    body: [
      noticeBox({ text: say.saved, kind: 'done' }),
      heading(say.suggested),
      ...(suggested.length > 0 ? suggestionRows(suggested.slice(0, 5), 'communities') : [text(say.noneYet)]),
    ],
    actions: [
      openPage(words.communities.discover, viewer.links.page('discover')),
      pressOnly(words.me.editInterests, 'ask-interests'),
    ],
    fallback: `${say.saved} ${suggested.map(({ community }) => community.name).join(', ')}`,
  });
}
