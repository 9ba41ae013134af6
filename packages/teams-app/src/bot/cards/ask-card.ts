import type { CommunityCard, QuestionCard } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { questionWords } from '../question-strings.ts';
import { type Action, box, type Card, card, choose, type Element, input, small, text, tick } from './card.ts';
import { conductBox, type Conduct } from './conduct-box.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { questionRows } from './questions-card.ts';

const say = questionWords.ask;

/** What somebody has written so far; all of it comes back with the card, so that nothing typed is lost. */
export type AskDraft = {
  readonly title: string;
  readonly details: string;
  readonly topics: string;
  readonly communityId: string | undefined;
  readonly unnamed: boolean;
};

type Model = {
  readonly draft: AskDraft;
  /** The communities of whoever asks. */
  readonly mine: readonly Pick<CommunityCard, 'id' | 'name'>[];
  /** Questions like this one which have an answer. */
  readonly similar: readonly QuestionCard[];
  readonly notice?: Notice | undefined;
  /** Shown under what was typed, as others will see it. */
  readonly preview?: boolean;
  readonly conduct?: Conduct | undefined;
  /** Others have read it already, and who wrote it: there is no name to hide any more. */
  readonly openly?: boolean;
  readonly actions: readonly (Action | undefined)[];
  /** In a dialog a row cannot open in place, so similar questions lead into Copse; its title stands above the card. */
  readonly similarPage?: ((questionId: string) => string) | undefined;
};

/** A dialog of Teams does not carry more than this; the tab takes all of it. */
export const MOST_TYPED = 6000;

/** The form for a question, in a chat and in a dialog. */
export function askCard(model: Model): Card {
  const { draft, mine, similar, notice, preview, conduct, openly, actions, similarPage } = model;
  if (mine.length === 0)
    return card({ body: [heading(say.title), text(say.noCommunity)], actions, fallback: say.title });
  const chosen = mine.some(({ id }) => id === draft.communityId) ? draft.communityId : mine[0]?.id;
  return card({
    body: [
      noticeBox(notice),
      similarPage ? undefined : heading(say.title),
      input({
        id: 'title',
        label: say.what,
        placeholder: say.whatHint,
        value: draft.title || undefined,
        maxLength: questionLimits.title,
        required: say.tooShort,
      }),
      ...similarOnes(similar, similarPage),
      input({
        id: 'details',
        label: say.details,
        placeholder: say.detailsHint,
        value: draft.details || undefined,
        maxLength: MOST_TYPED,
        lines: true,
      }),
      input({
        id: 'topics',
        label: say.topics,
        placeholder: say.topicsHint,
        value: draft.topics || undefined,
        maxLength: 220,
      }),
      choose(
        'community',
        say.community,
        say.chooseCommunity,
        mine.map(({ id, name }) => ({ title: name, value: id })),
        chosen,
      ),
      openly ? small(say.openly, 'Small') : tick('unnamed', say.unnamed, draft.unnamed),
      ...(preview ? previewOf(draft) : []),
      ...(conduct ? [conductBox(conduct)] : []),
    ],
    actions,
    fallback: say.title,
  });
}

function similarOnes(similar: readonly QuestionCard[], page: Model['similarPage']): Element[] {
  if (similar.length === 0) return [];
  const shown = similar.slice(0, 3);
  const rows = page
    ? shown.map(({ id, title }) => text(`[${plain(clip(title, 120))}](${page(id)})`, { spacing: 'Small' }))
    : questionRows(shown, undefined, false);
  return [
    box([text(say.similar, { weight: 'Bolder', size: 'Small' }), ...rows], { style: 'emphasis', spacing: 'Small' }),
  ];
}

function previewOf({ title, details }: AskDraft): Element[] {
  return [
    box(
      [small(say.previewed), { ...heading(plain(title)), spacing: 'Small' }, ...markdownBlocks(details, 2000).blocks],
      { style: 'emphasis', spacing: 'Medium' },
    ),
  ];
}
