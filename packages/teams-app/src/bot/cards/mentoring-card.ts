import { sayDay } from '@copse/core';
import type { CircleView, MentorshipView, MyMentoringView, SeekerView } from '@copse/core/contracts';
import { rhythmNames } from '@copse/core/vocabulary';
import type { Links } from '../links.ts';
import { mentoringWords as say } from '../mentoring-strings.ts';
import { words } from '../strings.ts';
import { box, buttons, type Card, card, type Element, openDialog, openPage, pressOnly, small, text } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots } from './rows.ts';

/** Of each kind; a card holds 28 KB, and whoever has more looks in Copse. */
const SHOWN = 3;

/** Everything of one person's mentoring, with yes and no in place. Never for a place where others read along. */
export function mentoringCard(mine: MyMentoringView, links: Links, notice?: Notice): Card {
  const working = mine.mentorships.filter(({ state }) => state !== 'closed');
  const circles = mine.circles.filter(({ state }) => state !== 'closed');
  const looking = mine.requests.filter(({ state }) => state !== 'matched');
  const parts = [
    ...part(say.asked, mine.seekers, seekerBox),
    ...part(say.working, working, mentorshipBox),
    ...part(say.circles, circles, circleBox),
    ...part(say.looking, looking, ({ goal, community, state }) =>
      box([
        text(`“${plain(clip(goal, 200))}”`),
        small(dots(plain(community.name), state === 'asked' ? say.waiting : say.nobody)),
      ]),
    ),
    ...part(say.offers, mine.offers, ({ community, topics, taken, room }) =>
      box([
        text(plain(community.name)),
        small(dots(topics.map((topic) => `#${plain(topic)}`).join('\u2002'), say.places(taken, room))),
      ]),
    ),
  ];
  return card({
    body: [
      noticeBox(notice),
      heading(say.title),
      ...(parts.length > 0 ? parts : [text(say.none)]),
      buttons([openDialog(say.lookFor, 'look-for-mentor'), openDialog(say.beMentor, 'be-mentor')]),
    ],
    actions: [
      openPage(parts.length > 0 ? say.open : say.find, links.page(parts.length > 0 ? 'me' : 'discover')),
      pressOnly(words.help.how, 'say', { words: 'help mentoring' }),
    ],
    fallback: parts.length > 0 ? say.title : say.none,
  });
}

function part<Item>(title: string, items: readonly Item[], present: (item: Item) => Element): Element[] {
  if (items.length === 0) return [];
  return [
    text(title, { weight: 'Bolder', spacing: 'Medium' }),
    ...items.slice(0, SHOWN).map(present),
    ...(items.length > SHOWN ? [small(say.more(items.length - SHOWN))] : []),
  ];
}

function seekerBox({ requestId, person, community, goal, topics, rhythm, because, wished }: SeekerView): Element {
  return box(
    [
      text(plain(person.name), { weight: 'Bolder' }),
      small(dots(person.affiliation ? plain(person.affiliation) : undefined, plain(community.name))),
      wished ? text(say.wished) : undefined,
      text(`“${plain(clip(goal, 300))}”`),
      small(dots(rhythmNames[rhythm], topics.map((topic) => `#${plain(topic)}`).join('\u2002'))),
      small(plain(because)),
      buttons([
        pressOnly(say.yes, 'answer-seeker', { request: requestId, accept: true }),
        pressOnly(say.no, 'answer-seeker', { request: requestId, accept: false }),
      ]),
    ],
    { style: 'emphasis', spacing: 'Small' },
  );
}

function mentorshipBox({ id, as, other, community, goal, state, sessions }: MentorshipView): Element {
  return box(
    [
      text(plain(other.name), { weight: 'Bolder' }),
      small(dots(as === 'mentor' ? say.isMentor : say.isMentee, plain(community.name))),
      text(`“${plain(clip(goal, 200))}”`),
      small(dots(say.since(sessions.length), state === 'paused' ? say.paused : undefined)),
      state === 'active' ? buttons([pressOnly(say.met, 'we-met', { mentorship: id })]) : undefined,
    ],
    { spacing: 'Small' },
  );
}

/** Whose turn it is stands first: it is why the card is opened. */
function circleBox({ id, title, community, state, peers, size, meetings, next, abilities }: CircleView): Element {
  const when = next?.dueOn === undefined ? undefined : say.about(sayDay(next.dueOn));
  const leader = next?.mine ? say.youLead : next?.facilitator && say.leads(plain(next.facilitator.name));
  return box(
    [
      text(plain(title), { weight: 'Bolder' }),
      small(dots(plain(community.name), state === 'forming' ? say.forming(peers.length, size) : undefined)),
      next ? text(dots(say.meeting(next.number, meetings), when, leader)) : undefined,
      abilities.noteMeeting && next
        ? buttons([openDialog(say.noteMeeting, 'note-circle', { circle: id, number: next.number })])
        : undefined,
    ],
    { spacing: 'Small' },
  );
}
