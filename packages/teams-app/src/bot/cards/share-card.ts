import { sayWhen } from '@copse/core';
import type { CommunityCard, OccurrenceView, PersonCard, PracticeCard, QuestionCard } from '@copse/core/contracts';
import { excerpt } from '@copse/core/markdown';
import { archetypeOf, lifeNames, questionStateNames } from '@copse/core/vocabulary';
import { extensionWords as say } from '../extension-strings.ts';
import type { Links } from '../links.ts';
import { gatheringWords } from '../gathering-strings.ts';
import { questionWords } from '../question-strings.ts';
import { words } from '../strings.ts';
import { type Action, type Card, card, openPage, small, text } from './card.ts';
import { clip, plain } from './plain.ts';
import { dots } from './rows.ts';

/** Older than our other cards: what a person puts into a message themselves is drawn by more clients, up to this version. */
export type ShareCard = Omit<Card, 'version'> & { readonly version: '1.3' };

/** Something of ours to put into a message: how it looks there, and what the list of results says of it. */
export type Shareable = {
  readonly kind: keyof typeof say.labels;
  readonly title: string;
  /** Card Markdown. */
  readonly meta: string;
  readonly about: string;
  /** Its page in the tab. */
  readonly route: string;
};

export const sharedQuestion = (question: QuestionCard): Shareable => ({
  kind: 'question',
  title: question.title,
  meta: dots(
    questionStateNames[question.state].name,
    questionWords.answers(question.answerCount),
    plain(question.community.name),
  ),
  about: question.summary,
  route: `questions/${question.id}`,
});

export const sharedPractice = (practice: PracticeCard): Shareable => ({
  kind: 'practice',
  title: practice.title,
  meta: dots(
    lifeNames[practice.life].name,
    practice.teamCount > 0 ? `${practice.teamCount} ${words.practice.teams(practice.teamCount)}` : undefined,
    plain(practice.community.name),
  ),
  about: practice.summary,
  route: `practices/${practice.id}`,
});

export const sharedCommunity = (community: CommunityCard): Shareable => ({
  kind: 'community',
  title: community.name,
  meta: dots(
    archetypeOf[community.archetype].name,
    `${community.memberCount} ${words.community.members(community.memberCount)}`,
  ),
  about: community.purpose,
  route: `communities/${community.id}`,
});

/** By its own clock, since its readers are in many places. */
export const sharedGathering = (date: OccurrenceView): Shareable => ({
  kind: 'gathering',
  title: date.title,
  meta: dots(
    date.cancelled ? gatheringWords.cancelled : undefined,
    sayWhen(new Date(date.startsAt), date.timeZone),
    plain(date.community.name),
  ),
  about: excerpt(date.description, 300),
  route: `gatherings/${date.id}`,
});

export const sharedPerson = (person: PersonCard, topics: readonly string[] = []): Shareable => ({
  kind: 'person',
  title: person.name,
  meta: plain(person.affiliation ?? ''),
  about: topics
    .slice(0, 5)
    .map((topic) => `#${topic}`)
    .join(' '),
  route: person.id ? `people/${person.id}` : 'home',
});

/** The card for everybody who will read the message. It has no button that asks the bot, since the bot may not be there. */
export const shareCard = ({ kind, title, meta, about, route }: Shareable, links: Links): ShareCard =>
  staticCard(
    [
      label(kind),
      text(plain(clip(title, 200)), { size: 'Medium', weight: 'Bolder', spacing: 'None' }),
      meta ? small(meta) : undefined,
      about ? text(plain(clip(about, 300))) : undefined,
    ],
    openPage(say.open, links.page(route)),
    title,
  );

/** For what not everybody who will read the message may see: nothing but where to look. */
export const discreetCard = (kind: keyof typeof say.discreet, route: string, links: Links): ShareCard =>
  staticCard([label(kind), text(say.discreet[kind])], openPage(say.open, links.page(route)), say.discreet[kind]);

const label = (kind: keyof typeof say.labels) =>
  text(say.labels[kind].toUpperCase(), { size: 'Small', weight: 'Bolder', color: 'Accent' });

const staticCard = (body: Parameters<typeof card>[0]['body'], open: Action, fallback: string): ShareCard => ({
  ...card({ body, actions: [open], fallback }),
  version: '1.3',
});
