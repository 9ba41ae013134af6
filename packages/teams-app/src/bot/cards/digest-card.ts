import type { AttentionItem, PracticeCard, QuestionCard } from '@copse/core/contracts';
import { lifeNames } from '@copse/core/vocabulary';
import { digestWords as say } from '../digest-strings.ts';
import { words } from '../strings.ts';
import { type Card, card, type Element, openPage, pressOnly, text } from './card.ts';
import { heading } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { questionRows } from './questions-card.ts';
import { dots, rows } from './rows.ts';
import { inGroup, type Viewer } from './viewer.ts';

const MOST_ROWS = 3;

type Model = {
  /** Card Markdown. */
  readonly title: string;
  readonly needsMe: readonly AttentionItem[];
  readonly waiting: readonly QuestionCard[];
  readonly solved: readonly QuestionCard[];
  readonly practices: readonly PracticeCard[];
  readonly viewer: Viewer;
  readonly page: string;
};

/** What happened and what waits, in one look; each line opens in place. */
export function digestCard({ title, needsMe, waiting, solved, practices, viewer, page }: Model): Card {
  const parts = [
    part(say.needsYou, needRows(needsMe.slice(0, MOST_ROWS))),
    part(say.waiting, questionRows(waiting.slice(0, MOST_ROWS), 'digest', false)),
    part(say.solved, questionRows(solved.slice(0, MOST_ROWS), 'digest', false)),
    part(say.practices, practiceRows(practices.slice(0, MOST_ROWS))),
  ].flat();
  return card({
    body: [heading(title), ...(parts.length > 0 ? parts : [text(say.nothing)])],
    actions: [
      openPage(words.openCopse, viewer.links.page(page)),
      inGroup(viewer) ? undefined : pressOnly(say.settings, 'say', { words: 'settings' }),
    ],
    fallback: `${title}: ${[...waiting, ...solved, ...practices].map((one) => one.title).join(', ') || say.nothing}`,
  });
}

const part = (title: string, lines: readonly Element[]): Element[] =>
  lines.length === 0
    ? []
    : [text(title.toUpperCase(), { size: 'Small', weight: 'Bolder', color: 'Accent', spacing: 'Large' }), ...lines];

const needRows = (all: readonly AttentionItem[]) =>
  rows(
    all.map((item) => {
      const thing = item.question ?? item.practice;
      return {
        title: say.needs[item.kind](item.count),
        about: thing ? plain(clip(thing.title, 110)) : undefined,
        meta: plain(item.community.name),
        tap: opening(item),
      };
    }),
  );

function opening({ community, practice, question }: AttentionItem) {
  const back = 'digest';
  if (question) return pressOnly(`Open ${question.title}`, 'show-question', { question: question.id, back });
  if (practice) return pressOnly(`Open ${practice.title}`, 'show-practice', { practice: practice.id, back });
  return pressOnly(`Open ${community.name}`, 'show-community', { community: community.id, back });
}

const practiceRows = (all: readonly PracticeCard[]) =>
  rows(
    all.map(({ id, title, life, community }) => ({
      title: plain(title),
      meta: dots(lifeNames[life].name, plain(community.name)),
      tap: pressOnly(`Open ${title}`, 'show-practice', { practice: id, back: 'digest' }),
    })),
  );
