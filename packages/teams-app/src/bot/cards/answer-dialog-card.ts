import type { QuestionView } from '@copse/core/contracts';
import { questionWords } from '../question-strings.ts';
import { type Action, box, type Card, card, type Element, input, small, text, tick } from './card.ts';
import { conductBox, type Conduct } from './conduct-box.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { MOST_TYPED } from './ask-card.ts';

const say = questionWords.answerDialog;

export type AnswerDraft = { readonly text: string; readonly unnamed: boolean };

type Model = {
  readonly question: QuestionView;
  readonly draft: AnswerDraft;
  readonly notice?: Notice | undefined;
  readonly preview?: boolean;
  readonly conduct?: Conduct | undefined;
  /** Others have read it in the thread already, and who wrote it. */
  readonly openly?: boolean;
  readonly actions: readonly Action[];
};

/** The dialog in which an answer is written: the question above, the answer in Markdown, and how it will look. */
export function answerDialogCard({ question, draft, notice, preview, conduct, openly, actions }: Model): Card {
  return card({
    body: [
      noticeBox(notice),
      heading(plain(question.title)),
      ...(question.summary ? [small(plain(clip(question.summary, 300)))] : []),
      input({
        id: 'text',
        label: say.text,
        placeholder: say.hint,
        value: draft.text || undefined,
        maxLength: MOST_TYPED,
        lines: true,
        required: say.required,
      }),
      small(say.tooLongHere(MOST_TYPED.toLocaleString('en-GB'))),
      openly
        ? small(say.openly, 'Small')
        : isUnnamed(question)
          ? small(say.unnamedAlready, 'Small')
          : tick('unnamed', say.unnamed, draft.unnamed),
      ...(preview && draft.text ? previewOf(draft.text) : []),
      ...(conduct ? [conductBox(conduct)] : []),
    ],
    actions,
    fallback: say.title,
  });
}

/** Whether the viewer has written in this question without their name, and stays unnamed in it. */
export const isUnnamed = ({ author, answers }: QuestionView): boolean =>
  [author, ...answers.map((answer) => answer.author)].some(({ mine, person }) => mine && !person);

const previewOf = (written: string): Element[] => [
  box([text(questionWords.ask.previewed, { size: 'Small', subtle: true }), ...markdownBlocks(written, 3000).blocks], {
    style: 'emphasis',
    spacing: 'Medium',
  }),
];
