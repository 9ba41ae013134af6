import { extensionWords } from '../extension-strings.ts';
import { box, type Card, card, press, pressOnly, small, text } from './card.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { heading } from './note-card.ts';
import { plain } from './plain.ts';

const say = extensionWords.credit;

type Model = {
  /** Who kept it. */
  readonly keeper: string;
  /** What they kept from the reader. Markdown. */
  readonly said: string;
  /** Signed, so that nobody can ask for somebody else's name. */
  readonly token: string;
};

/** Asks somebody whether their name may stand beside what they said. */
export function creditCard({ keeper, said, token }: Model): Card {
  return card({
    body: [
      heading(say.title),
      text(say.text(plain(keeper))),
      box([small(say.said), ...markdownBlocks(said, 600).blocks], { style: 'emphasis', spacing: 'Medium' }),
      small(say.if, 'Small'),
    ],
    actions: [
      press(say.yes, 'answer-credit', { token }, true),
      pressOnly(say.no, 'answer-credit', { token, no: true }),
    ],
    fallback: say.summary,
  });
}
