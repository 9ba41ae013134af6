import { inWords, sayWhen } from '@copse/core';
import type { IntroductionView, MyIntroductionsView } from '@copse/core/contracts';
import { introductionWords as say } from '../introduction-strings.ts';
import type { Links } from '../links.ts';
import { words } from '../strings.ts';
import { box, buttons, type Card, card, type Element, openPage, pressOnly, small, text } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots } from './rows.ts';

/** Communities that the card about all introductions shows. */
const SHOWN = 5;

/** One introduction with everything that can be done about it, for the one person who sees it. */
export function introductionCard(introduction: IntroductionView, links: Links, notice?: Notice): Card {
  const { others, community, shared, opener, chat, abilities } = introduction;
  const names = inWords(others.map(({ name }) => name));
  if (others.length === 0) {
    return card({ body: [noticeBox(notice), heading(say.title), text(say.alone)], fallback: say.alone });
  }
  return card({
    body: [
      noticeBox(notice),
      heading(say.meet(plain(names))),
      small(say.in(plain(community.name))),
      ...others.map(({ name, affiliation, id }) =>
        box([text(plain(name), { weight: 'Bolder' }), affiliation ? small(plain(affiliation)) : undefined], {
          spacing: 'Small',
          tap: id ? pressOnly(name, 'show-person', { person: id }) : undefined,
        }),
      ),
      ...shared.map((sentence) => text(plain(clip(sentence, 300)), { spacing: 'Small' })),
      box([small(say.begin), text(`“${plain(opener)}”`)], { style: 'emphasis', spacing: 'Medium' }),
      ...times(introduction),
      ...(abilities.tell ? meeting(introduction) : []),
    ],
    actions: [
      ...(chat.length > 0 ? [openPage(say.write(clip(names, 60)), chatWith(chat))] : []),
      openPage(say.open, links.page(`introductions/${introduction.id}`)),
    ],
    fallback: `${say.meet(names)}. ${opener}`.replaceAll('{{', '{ {'),
  });
}

function times({ id, times, agreed, timeZone, abilities }: IntroductionView): (Element | undefined)[] {
  if (times.length === 0) return [text(say.noTimes, { spacing: 'Medium' })];
  const suited = times.flatMap((time, place) => (time.mine ? [place] : []));
  return [
    text(say.times, { weight: 'Bolder', spacing: 'Medium' }),
    agreed
      ? box([text(say.agreed(sayWhen(new Date(agreed), timeZone)))], { style: 'good', spacing: 'Small' })
      : undefined,
    ...times.map(({ at, suits, mine }, place) => {
      const chosen = mine ? suited.filter((one) => one !== place) : [...suited, place];
      const who = suits.length === 0 ? say.nobodyYet : say.suits(plain(inWords(suits.map(({ name }) => name))));
      return box(
        [
          text(sayWhen(new Date(at), timeZone)),
          small(who),
          abilities.suit
            ? buttons([
                pressOnly(mine ? say.icannot : say.ican, 'suit-introduction', {
                  introduction: id,
                  suits: chosen.join(),
                }),
              ])
            : undefined,
        ],
        { spacing: 'Small' },
      );
    }),
  ];
}

function meeting({ id, mine }: IntroductionView): (Element | undefined)[] {
  const tell = (title: string, met: string, useful?: boolean) =>
    pressOnly(title, 'tell-introduction', { introduction: id, met, ...(useful === undefined ? {} : { useful }) });
  return [
    text(say.didYouMeet, { weight: 'Bolder', spacing: 'Medium' }),
    mine.met ? small(say.said[mine.met]) : undefined,
    buttons([
      tell(say.useful, 'met', true),
      tell(say.notUseful, 'met', false),
      tell(say.planned, 'planned'),
      tell(say.notYet, 'not-met'),
    ]),
  ];
}

/** The newest introductions, and where one wants to be introduced; days are those of the person's own zone. */
export function introductionsCard({ items, wishes }: MyIntroductionsView, timeZone: string, links: Links): Card {
  const rows = items
    .slice(0, SHOWN)
    .map(({ id, others, community, agreed }) =>
      box(
        [
          text(plain(say.meet(inWords(others.map(({ name }) => name)))), { weight: 'Bolder' }),
          small(dots(plain(community.name), agreed ? sayWhen(new Date(agreed), timeZone) : undefined)),
          buttons([pressOnly(say.see, 'show-introduction', { introduction: id })]),
        ],
        { spacing: 'Small' },
      ),
    );
  const where = wishes.slice(0, SHOWN).map(({ community, pausedUntil }) =>
    box(
      [
        text(plain(community.name)),
        pausedUntil ? small(say.paused(sayDay(pausedUntil, timeZone))) : undefined,
        buttons([
          pressOnly(pausedUntil ? say.goOn : say.pause, 'pause-introductions', {
            community: community.id,
            pause: !pausedUntil,
          }),
        ]),
      ],
      { spacing: 'Small' },
    ),
  );
  const empty = rows.length === 0 && where.length === 0;
  return card({
    body: [
      heading(say.mine),
      ...(empty ? [text(say.none)] : rows),
      ...(items.length > SHOWN ? [small(say.more(items.length - SHOWN))] : []),
      ...(where.length > 0 ? [text(say.wishes, { weight: 'Bolder', spacing: 'Medium' }), ...where] : []),
    ],
    actions: [
      openPage(say.open, links.page(empty ? 'discover' : 'me')),
      pressOnly(words.help.how, 'say', { words: 'help introductions' }),
    ],
    fallback: empty ? say.none : say.mine,
  });
}

/** Opens a chat in Teams with these people, or the one that there is. */
const chatWith = (users: readonly string[]) =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(users.join(','))}`;

const sayDay = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(at));
