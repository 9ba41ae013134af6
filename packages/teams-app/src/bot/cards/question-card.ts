import type { QuestionView } from '@copse/core/contracts';
import { type QuestionState, questionStateNames, questionTones, type StateTone } from '@copse/core/vocabulary';
import { createHash } from 'node:crypto';
import { questionWords as say } from '../question-strings.ts';
import { words } from '../strings.ts';
import {
  type Action,
  type Card,
  card,
  columns,
  type Element,
  openDialog,
  openPage,
  press,
  pressOnly,
  small,
  text,
} from './card.ts';
import { answerBoxes, nameOf } from './answer-box.ts';
import { backLine } from './community-card.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { plain } from './plain.ts';
import { dots } from './rows.ts';
import { inGroup, type Viewer } from './viewer.ts';

type Common = { readonly viewer: Pick<Viewer, 'links' | 'place'>; readonly notice?: Notice | undefined };
type ForAll = Common & {
  readonly personal: false;
  /** Whose own view is fetched, in a place with many readers; without it, everybody's. */
  readonly viewers?: readonly string[] | undefined;
};
type ForOne = Common & {
  readonly personal: true;
  readonly back?: string | undefined;
  /** What the card shows to everybody else, as `drawnAs` told it; lets a later press see that it is out of date. */
  readonly drawn?: string | undefined;
};

/**
 * One question: where it stands, what was asked, the best answers, and what can be done.
 *
 * Drawn for everybody it is right for whoever reads along: nothing that only the one who caused it may see, no hidden
 * text, and no id of anybody who asked or answered without their name. Drawn for one person it has their own buttons.
 */
export function questionCard(question: QuestionView, options: ForAll | ForOne): Card {
  const { viewer, notice } = options;
  const shown = options.personal ? question : forEverybody(question);
  const body = [
    options.personal && options.back ? backLine(options.back) : undefined,
    noticeBox(notice),
    ...headOf(shown),
    ...standingOf(shown),
    ...answerBoxes(shown, options),
    inGroup(viewer) && !options.personal && isOpen(shown) ? small(say.replyHere, 'Medium') : undefined,
  ];
  const drawn = options.personal ? options.drawn : fingerprint(body, options.viewers);
  const data = { question: question.id, ...(drawn ? { drawn } : {}) };
  return card({
    body,
    actions: options.personal ? ownActions(question, viewer, data) : actionsForAll(shown, viewer, data),
    fallback: `${question.title} (${questionStateNames[question.state].name})`,
    refresh: {
      press: press(words.openInCopse, 'show-question', data),
      userIds: options.personal ? undefined : options.viewers,
    },
  });
}

/** How a card for everybody looks, in a few characters: two that are equal need no redrawing. */
export const drawnAs = ({ refresh }: Card): string | undefined =>
  (refresh?.action['data'] as { readonly drawn?: string } | undefined)?.drawn;

const fingerprint = (body: readonly (Element | undefined)[], viewers: readonly string[] | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([body, viewers?.toSorted()]))
    .digest('base64url')
    .slice(0, 16);

/** What anybody may see, whoever caused the card to be drawn. */
function forEverybody(question: QuestionView): QuestionView {
  const { duplicateOf: _original, keptAs: _practice, ...rest } = question;
  return {
    ...rest,
    author: { ...question.author, mine: false },
    answers: question.answers.map((answer) => ({
      ...answer,
      author: answer.hidden ? { mine: false } : { ...answer.author, mine: false },
      text: answer.hidden ? '' : answer.text,
    })),
  };
}

const COLOURS: Partial<Record<StateTone, 'Accent' | 'Good' | 'Warning'>> = {
  moving: 'Accent',
  good: 'Good',
  care: 'Warning',
};

const isOpen = ({ state }: QuestionView) => state === 'open' || state === 'with-expert' || state === 'answered';

function headOf(question: QuestionView): (Element | undefined)[] {
  const { title, state, community, topics, details } = question;
  const colour = COLOURS[questionTones[state]];
  const told = markdownBlocks(details, 700);
  return [
    columns(
      [
        {
          items: [
            text(`${say.label.toUpperCase()} · ${plain(community.name)}`, {
              size: 'Small',
              weight: 'Bolder',
              color: 'Accent',
            }),
          ],
        },
        {
          width: 'auto',
          items: [
            text(`● ${questionStateNames[state].name}`, {
              size: 'Small',
              weight: 'Bolder',
              align: 'Right',
              ...(colour ? { color: colour } : { subtle: true }),
            }),
          ],
        },
      ],
      'Medium',
    ),
    { ...heading(plain(title)), size: 'Large', spacing: 'None' },
    small(askedBy(question)),
    ...told.blocks,
    told.shortened ? small(say.readOn) : undefined,
    topics.length > 0
      ? text(topics.map((topic) => `#${plain(topic)}`).join('\u2002'), {
          size: 'Small',
          color: 'Accent',
          spacing: 'Small',
        })
      : undefined,
  ];
}

function askedBy({ author, askedAt }: QuestionView): string {
  const when = dayOf(askedAt);
  if (!author.person) return dots(say.askedUnnamed(when), author.mine ? say.you : undefined);
  return say.askedBy(nameOf(author), when);
}

/** Written by each client in its reader's own language. */
const dayOf = (instant: string): string => `{{DATE(${instant.replace(/\.\d+Z$/, 'Z')}, SHORT)}}`;

function standingOf({ answerCount, meTooCount, closed, state, duplicateOf, keptAs }: QuestionView) {
  return [
    small(dots(say.answers(answerCount), meTooCount > 0 ? say.meTooCount(meTooCount) : undefined), 'Medium'),
    state === 'duplicate'
      ? noticeBox({ text: duplicateOf ? say.duplicateOf(plain(duplicateOf.title)) : say.duplicate })
      : undefined,
    state === 'closed' && closed
      ? noticeBox({
          text: `${say.closed(say.closeReasons[closed.reason])}${closed.note ? `\n\n_${plain(closed.note)}_` : ''}`,
        })
      : undefined,
    keptAs ? noticeBox({ text: say.keptAs(plain(keptAs.title)), kind: 'done' }) : undefined,
  ];
}

type Data = Readonly<Record<string, unknown>>;
const open = ({ id }: QuestionView, { links }: Common['viewer']) =>
  openPage(words.openInCopse, links.page(`questions/${id}`));
const MOST_ACTIONS = 3;

/** The two that matter most at this point, and the way into Copse. */
function ownActions(question: QuestionView, viewer: Common['viewer'], data: Data): Action[] {
  const { abilities, meToo, author, keptAs, duplicateOf } = question;
  const all = [
    abilities.keepAsPractice ? press(say.keep, 'keep-question', data, true) : undefined,
    keptAs ? pressOnly(say.openPractice, 'show-practice', { practice: keptAs.id }) : undefined,
    duplicateOf ? pressOnly(say.earlier, 'show-question', { question: duplicateOf.id }) : undefined,
    abilities.answer && !author.mine ? openDialog(say.answer, 'answer', data, !abilities.keepAsPractice) : undefined,
    abilities.meToo
      ? pressOnly(meToo ? say.notMeToo : say.meToo, 'me-too', { ...data, ...(meToo ? { takeBack: true } : {}) })
      : undefined,
    abilities.answer && author.mine ? openDialog(say.answer, 'answer', data) : undefined,
  ].filter((action) => action !== undefined);
  return [...all.slice(0, MOST_ACTIONS - 1), open(question, viewer)];
}

/** Pressing is harmless for whoever may not: they are told why, and see what they may do. */
function actionsForAll(question: QuestionView, viewer: Common['viewer'], data: Data): Action[] {
  const answer = openDialog(say.answer, 'answer', data, true);
  const meToo = pressOnly(say.meToo, 'me-too', data);
  const all: Record<QuestionState, readonly Action[]> = {
    open: [answer, meToo],
    'with-expert': [answer, meToo],
    answered: [answer, meToo],
    accepted: [press(say.keep, 'keep-question', data, true), meToo],
    kept: [pressOnly(say.openPractice, 'show-kept', data), meToo],
    duplicate: [pressOnly(say.earlier, 'show-earlier', data)],
    closed: [],
  };
  return [...all[question.state], open(question, viewer)];
}
