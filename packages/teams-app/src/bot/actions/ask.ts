import { ask, askDraftIn } from '../asking.ts';
import { questionCard } from '../cards/question-card.ts';
import { askForm } from '../commands/ask.ts';
import { questionWords } from '../question-strings.ts';
import type { CardAction } from '../turn.ts';
import { idIn } from './data.ts';

/** Asks what was typed on the form; the question takes the place of the form. */
export const askAction: CardAction = {
  verb: 'ask',
  run: async (core, turn, data) => {
    const draft = askDraftIn(data);
    const asked = await ask(core, turn, draft, idIn(data, 'agreedTo'));
    if ('problem' in asked) return askForm(core, turn, { draft, asked });
    const { said } = questionWords;
    const notice = { text: draft.unnamed ? said.askedUnnamed : said.asked, kind: 'done' } as const;
    return { update: questionCard(asked.question, { viewer: turn, personal: true, notice }) };
  },
};
