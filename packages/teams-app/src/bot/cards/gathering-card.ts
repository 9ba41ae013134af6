import { sayWhen } from '@copse/core';
import type { OccurrenceCard, OccurrenceView } from '@copse/core/contracts';
import { gatheringFormatNames, gatheringModeNames } from '@copse/core/vocabulary';
import { gatheringWords as say } from '../gathering-strings.ts';
import type { Links } from '../links.ts';
import { type Action, buttons, type Card, card, type Element, openPage, pressOnly, small, text } from './card.ts';
import { backLine } from './community-card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots, rows } from './rows.ts';

const MOST_ROWS = 6;
const AGENDA_SHOWN = 6;
const EXCERPT = 400;

type ListModel = {
  /** Card Markdown. */
  readonly title: string;
  readonly dates: readonly OccurrenceCard[];
  /** The clock of whoever reads; none where many do, and then each date is by its own. */
  readonly timeZone: string | undefined;
  readonly links: Links;
  readonly page: string;
  readonly here: string;
};

/** The next dates, each opening in place. */
export function gatheringsCard({ title, dates, timeZone, links, page, here }: ListModel): Card {
  return card({
    body: [
      heading(title),
      ...(dates.length === 0 ? [text(say.none), small(say.noneHelp, 'Small')] : []),
      ...rows(
        dates.slice(0, MOST_ROWS).map((date) => ({
          title: plain(date.cancelled ? `${date.title} (${say.cancelled})` : date.title),
          about: sayWhen(new Date(date.startsAt), timeZone ?? date.timeZone),
          meta: dots(plain(date.community.name), say.coming(date.going, date.capacity, date.waiting)),
          tap: pressOnly(clip(date.title, 100), 'show-gathering', { gathering: date.id, back: here }),
        })),
      ),
    ],
    actions: [openPage(say.all, links.page(page))],
    fallback: `${title}: ${dates.map((date) => date.title).join(', ') || say.none}`,
  });
}

type Model = {
  readonly links: Links;
  readonly timeZone: string | undefined;
  /** Only its reader sees it, so it may say how they stand. */
  readonly personal: boolean;
  readonly back?: string | undefined;
  readonly notice?: Notice | undefined;
};

/** One date: when, where and who, with the answer in place. */
export function gatheringCard(date: OccurrenceView, { links, timeZone, personal, back, notice }: Model): Card {
  const { title, startsAt, community, format, mode, venue, hosts, recurs, cancelled, going, capacity, waiting } = date;
  const when = sayWhen(new Date(startsAt), timeZone ?? date.timeZone);
  return card({
    body: [
      back ? backLine(back) : undefined,
      noticeBox(notice),
      heading(plain(title)),
      text(when, { weight: 'Bolder' }),
      small(dots(plain(community.name), recurs ? plain(recurs) : undefined)),
      cancelled ? text(`${say.cancelled} ${plain(date.cancelReason ?? '')}`, { color: 'Attention' }) : undefined,
      text(dots(gatheringFormatNames[format].name, venue ? plain(venue) : gatheringModeNames[mode]), {
        spacing: 'Small',
      }),
      hosts.length > 0 ? small(say.hosts(plain(hosts.map(({ name }) => name).join(', ')))) : undefined,
      small(say.coming(going, capacity, waiting)),
      personal && date.myStanding ? text(standingOf(date), { weight: 'Bolder', spacing: 'Small' }) : undefined,
      buttons([...answers(date, { personal, back }), ...(personal ? sameLater(date, back) : [])]),
      ...agendaOf(date),
      ...recapOf(date),
    ],
    actions: [
      personal && date.abilities.checkIn && !date.attendance.mine
        ? pressOnly(say.checkIn, 'check-in', { gathering: date.id })
        : undefined,
      date.meetingUrl && !cancelled ? openPage(say.join, date.meetingUrl) : undefined,
      openPage(say.open, links.page(`gatherings/${date.id}`)),
    ],
    fallback: `${title}, ${when}`,
  });
}

const standingOf = ({ myStanding, myPlace }: OccurrenceView): string =>
  myStanding === 'waiting' ? say.yours.waiting(myPlace ?? 1) : say.yours[myStanding ?? 'maybe'];

type Answering = { readonly personal: boolean; readonly back?: string | undefined };

/** The answers that are still another than one's own; for many readers all of them. */
export function answers(
  date: Pick<OccurrenceCard, 'id' | 'abilities' | 'myStanding' | 'capacity' | 'going'>,
  { personal, back }: Answering,
): Action[] {
  const { id, abilities, myStanding, capacity, going } = date;
  if (!abilities.answer) return [];
  const mine = personal ? (myStanding === 'waiting' ? 'going' : myStanding) : undefined;
  const full = capacity !== undefined && going >= capacity;
  const all = [
    ['going', full ? say.waitingList : say.going],
    ['maybe', say.maybe],
    ['not-going', say.notGoing],
  ] as const;
  return all
    .filter(([answer]) => answer !== mine)
    .map(([answer, name]) => pressOnly(name, 'answer-gathering', { gathering: id, answer, ...(back ? { back } : {}) }));
}

/** For whoever comes to a series as a rule: in the place of the answer that they have given. */
function sameLater({ id, abilities, myStanding, later }: OccurrenceView, back: string | undefined): Action[] {
  if (myStanding === undefined || !abilities.answer || !later.some(({ cancelled }) => !cancelled)) return [];
  const answer = myStanding === 'waiting' ? 'going' : myStanding;
  const data = { gathering: id, answer, later: true, ...(back ? { back } : {}) };
  return [pressOnly(say.sameLater, 'answer-gathering', data)];
}

function agendaOf({ agenda }: OccurrenceView): Element[] {
  // Whoever may see what is hidden may show this card to others.
  const shown = agenda.filter(({ hidden }) => !hidden);
  if (shown.length === 0) return [];
  const lines = shown.slice(0, AGENDA_SHOWN).map(({ text: item }, at) => `${at + 1}\\. ${plain(clip(item, 120))}`);
  return [text(say.agenda, { weight: 'Bolder', spacing: 'Medium' }), text(lines.join('\n\n'))];
}

function recapOf({ recap, outcomes }: OccurrenceView): Element[] {
  if (recap === undefined) return [];
  return [
    text(say.recap, { weight: 'Bolder', spacing: 'Medium' }),
    text(plain(clip(recap, EXCERPT))),
    ...outcomes.slice(0, AGENDA_SHOWN).map((outcome) => text(`• ${plain(outcome)}`, { spacing: 'None' })),
  ];
}
