import type { MessageItem, OutgoingMessage } from '@copse/core';
import {
  type Action,
  type Card,
  card,
  type Element,
  openDialog,
  openPage,
  press,
  pressOnly,
  small,
  text,
} from '../cards/card.ts';
import { heading } from '../cards/note-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { dots } from '../cards/rows.ts';
import type { Links } from '../links.ts';
import { introductionWords } from '../introduction-strings.ts';
import { mentoringWords } from '../mentoring-strings.ts';
import { gatheringActions } from './gathering-actions.ts';
import { questionWords as words } from '../question-strings.ts';
import { proactiveWords as say } from './words.ts';

const EXCERPT = 300;
const EXCERPT_OF_MANY = 80;
const TITLE = 220;
const TITLE_OF_MANY = 120;
const FALLBACK = 500;
const MOST_ACTIONS = 3;
/** How a post looks, in the words of `drawnAs`: different from every card that is drawn later. */
const POSTED = 'posted';

/**
 * What a message looks like in Teams, and its first line for the notification. Without a bot nobody is there who could
 * answer a press, so such a card only leads to Copse.
 */
export function messageCard(
  message: OutgoingMessage,
  links: Links,
  { hasBot = true }: { readonly hasBot?: boolean } = {},
): { readonly card: Card; readonly summary: string } {
  const [first] = message.items;
  if (message.items.length === 1 && first) return single(first, { ...message, hasBot }, links);
  return several(message, links);
}

const places = {
  question: 'questions',
  practice: 'practices',
  community: 'communities',
  gathering: 'gatherings',
  introduction: 'introductions',
} as const;
function routeOf({ link, kind, community }: MessageItem): string {
  // A circle has no page of its own: it stands among the mentoring of its community.
  if (link.kind === 'circle') return community ? `communities/${community.id}/mentoring` : 'me';
  return `${places[link.kind]}/${link.id}${kind === 'mentoring' ? '/mentoring' : ''}`;
}

type Single = Pick<OutgoingMessage, 'forPlace'> & { readonly hasBot: boolean };

function single(item: MessageItem, { forPlace, hasBot }: Single, links: Links) {
  const title = clip(item.title, TITLE);
  const asks = hasBot ? askedBy(item, forPlace) : undefined;
  const body = [
    heading(plain(title)),
    item.community && !forPlace ? small(plain(item.community.name)) : undefined,
    item.excerpt ? text(plain(clip(item.excerpt, EXCERPT))) : undefined,
    item.topics.length > 0 ? small(item.topics.map((topic) => `#${plain(topic)}`).join('\u2002'), 'Small') : undefined,
    ...footer(item.because, forPlace, links),
    asks === 'help' ? snoozing(item) : undefined,
  ];
  const open = openPage(say.open, links.page(routeOf(item)));
  const mentoring =
    hasBot && item.kind === 'mentoring' ? [press(mentoringWords.title, 'show-mentoring', {}, true)] : [];
  const introduction =
    hasBot && item.kind === 'introductions'
      ? [press(introductionWords.see, 'show-introduction', { introduction: item.link.id }, true)]
      : [];
  const gathering = hasBot && !forPlace ? gatheringActions(item) : [];
  const actions = [
    ...gathering,
    ...mentoring,
    ...introduction,
    ...(asks ? questionActions(item, asks) : []),
    open,
  ].slice(0, MOST_ACTIONS);
  return {
    card: card({ body, actions, fallback: spoken(title), refresh: refreshOf(item, asks, hasBot) }),
    summary: title,
  };
}

/** Whoever is introduced sees the whole card as soon as they see the message, with the times on their own clock. */
function refreshOf(item: MessageItem, asks: ReturnType<typeof askedBy>, hasBot: boolean) {
  if (asks === 'everybody') return ownView(item);
  if (!hasBot || item.kind !== 'introductions') return undefined;
  return { press: press(say.open, 'show-introduction', { introduction: item.link.id }) };
}

/** Whether a message asks for an answer to a question, and whom. */
const askedBy = ({ what }: MessageItem, forPlace: boolean): 'help' | 'everybody' | undefined =>
  what === 'asked-for-help' ? 'help' : what === 'question-asked' && forPlace ? 'everybody' : undefined;

function questionActions({ link }: MessageItem, asks: 'help' | 'everybody'): Action[] {
  const question = { question: link.id };
  if (asks === 'everybody') {
    const data = { ...question, drawn: POSTED };
    return [openDialog(words.answer, 'answer', data, true), pressOnly(words.meToo, 'me-too', data)];
  }
  return [
    openDialog(words.answer, 'answer', question, true),
    pressOnly(say.pass, 'choose-helper', question),
    pressOnly(say.notMe, 'not-me', question),
  ];
}

/** A question that is posted becomes the card that everybody can use as soon as somebody does. */
const ownView = ({ link }: MessageItem) => ({
  press: press(say.open, 'show-question', { question: link.id, drawn: POSTED }),
});

/** Not to be asked about a topic for a while. */
function snoozing({ what, link, topics: [topic] }: MessageItem): Element | undefined {
  if (what !== 'asked-for-help' || topic === undefined) return undefined;
  const press = pressOnly(say.snooze(topic), 'snooze-topic', { question: link.id, topic });
  return { type: 'ActionSet', spacing: 'Small', actions: [press] };
}

function several({ items, more, forPlace }: OutgoingMessage, links: Links) {
  const isDigest = items.every(({ what }) => what.endsWith('-in-digest'));
  const communities = new Set(items.map(({ community }) => community?.name));
  const [only] = communities;
  const title = isDigest ? say.digest(communities.size === 1 ? only : undefined) : say.several(items.length + more);
  const body: (Element | undefined)[] = [
    heading(plain(title)),
    ...items.map((item, at) => line(item, links, at === 0)),
    more > 0 ? small(say.more(more), 'Medium') : undefined,
    ...footer(reasonFor(items), forPlace, links),
  ];
  const actions = forPlace ? [] : [openPage(say.open, links.page('home'))];
  return {
    card: card({ body, actions, fallback: spoken(`${title}: ${items.map((item) => item.title).join('; ')}`) }),
    summary: title,
  };
}

/** One line that leads to what it is about. A link in card Markdown, so that it works without asking the bot. */
function line(item: MessageItem, links: Links, first: boolean): Element {
  const title = `[${plain(clip(item.title, TITLE_OF_MANY))}](${links.page(routeOf(item))})`;
  const about = dots(
    item.community ? plain(item.community.name) : undefined,
    item.excerpt ? plain(clip(item.excerpt, EXCERPT_OF_MANY)) : undefined,
  );
  return {
    type: 'Container',
    spacing: 'Medium',
    ...(first ? {} : { separator: true }),
    items: [text(title, { weight: 'Bolder' }), ...(about ? [small(about)] : [])],
  };
}

/** What an old client shows and a screen reader says: no Markdown, and nothing that is computed. */
const spoken = (words: string): string => clip(words.replaceAll('{{', '{ {'), FALLBACK);

/** Every message says why it came and how to stop it. */
const footer = (because: string, forPlace: boolean, links: Links): Element[] =>
  forPlace
    ? [small(say.whyPlace, 'Medium')]
    : [small(say.why(plain(because)), 'Medium'), small(say.stop(links.page('me/notifications')))];

function reasonFor(items: readonly MessageItem[]): string {
  const reasons = [...new Set(items.map(({ because }) => because))];
  return clip(reasons.slice(0, 3).join(' '), EXCERPT);
}
