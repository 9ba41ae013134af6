import type { AnswerView, AuthorView, QuestionView } from '@copse/core/contracts';
import { questionWords as say } from '../question-strings.ts';
import { box, buttons, columns, type Element, pressOnly, small, text } from './card.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { clip, plain } from './plain.ts';

const MOST_ANSWERS = 3;

/** `personal` answers have the viewer's own buttons; `drawn` is handed back with each. */
type Options = { readonly personal: boolean; readonly drawn?: string | undefined };

/** The best answers, the accepted one first, and how many more there are. */
export function answerBoxes(question: QuestionView, options: Options): Element[] {
  const shown = question.answers.slice(0, MOST_ANSWERS);
  const more = question.answerCount - shown.length;
  return [
    ...shown.map((answer) => answerBox(question, answer, options)),
    ...(more > 0 ? [small(say.moreAnswers(more), 'Small')] : []),
  ];
}

function answerBox(question: QuestionView, answer: AnswerView, options: Options): Element {
  if (answer.hidden && !answer.text) return box([small(say.hiddenAnswer)], { style: 'emphasis', spacing: 'Medium' });
  const written = markdownBlocks(answer.text, answer.accepted ? 700 : 350);
  return box(
    [
      columns([
        { items: [text(`**${nameOf(answer.author)}**`, { size: 'Small' })] },
        ...(answer.accepted
          ? [
              {
                width: 'auto' as const,
                items: [text(`✓ ${say.accepted}`, { size: 'Small', weight: 'Bolder', color: 'Good', align: 'Right' })],
              },
            ]
          : []),
      ]),
      ...written.blocks,
      written.shortened ? small(say.readOn) : undefined,
      answer.helpedCount > 0 ? small(say.helped(answer.helpedCount), 'Small') : undefined,
      options.personal ? answerButtons(question, answer, options.drawn) : undefined,
    ],
    { style: answer.accepted ? 'good' : 'emphasis', spacing: 'Medium' },
  );
}

function answerButtons({ id }: QuestionView, answer: AnswerView, drawn: string | undefined): Element | undefined {
  const { abilities, helpedMe } = answer;
  const data = { question: id, answer: answer.id, ...(drawn ? { drawn } : {}) };
  return buttons([
    abilities.accept ? pressOnly(say.accept, 'accept', data) : undefined,
    abilities.takeBackAcceptance ? pressOnly(say.takeBack, 'accept', { ...data, takeBack: true }) : undefined,
    abilities.helped && !helpedMe ? pressOnly(say.helpedMe, 'helped', data) : undefined,
    helpedMe ? pressOnly(say.notHelped, 'helped', { ...data, takeBack: true }) : undefined,
  ]);
}

/** A name, a guest's with where they come from, a pseudonym, and whether it is the viewer. */
export function nameOf({ person, pseudonym, mine }: AuthorView): string {
  const from = person?.guest ? person.affiliation : undefined;
  const name = person ? (from ? `${person.name} (${from})` : person.name) : pseudonym;
  return [plain(clip(name ?? '', 80)), ...(mine ? [say.you] : [])].join(', ');
}
