import { questionWords } from '../question-strings.ts';
import { box, type Element, small, text } from './card.ts';
import { markdownBlocks } from './markdown-blocks.ts';

const say = questionWords.conduct;

/** A code of conduct to agree to before the first words in a community. Markdown. */
export type Conduct = { readonly text: string };

export function conductBox({ text: conduct }: Conduct): Element {
  const { blocks, shortened } = markdownBlocks(conduct, 1500);
  return box(
    [
      text(say.title, { weight: 'Bolder' }),
      text(say.text),
      ...blocks,
      shortened ? small(say.readOn, 'Small') : undefined,
    ],
    { style: 'accent', spacing: 'Medium' },
  );
}
