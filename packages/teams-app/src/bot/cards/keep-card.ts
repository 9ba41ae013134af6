import type { CommunityCard } from '@copse/core/contracts';
import { practiceLimits } from '@copse/core/vocabulary';
import { extensionWords } from '../extension-strings.ts';
import { questionWords } from '../question-strings.ts';
import { MOST_TYPED } from './ask-card.ts';
import { type Action, box, type Card, card, choose, type Element, input, small, text } from './card.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { plain } from './plain.ts';

const say = extensionWords.keep;

export type KeepDraft = { readonly title: string; readonly body: string; readonly communityId: string | undefined };

type Model = {
  readonly draft: KeepDraft;
  readonly mine: readonly Pick<CommunityCard, 'id' | 'name'>[];
  /** What is said of those who spoke. */
  readonly who: string | undefined;
  /** Why there were no other messages to pick from. */
  readonly alone?: string | undefined;
  readonly notice?: Notice | undefined;
  readonly preview?: boolean;
  readonly actions: readonly Action[];
};

/** The form in which something that was said becomes the draft of a practice. */
export function keepCard({ draft, mine, who, alone, notice, preview, actions }: Model): Card {
  if (mine.length === 0)
    return card({ body: [heading(say.title), text(say.noCommunity)], actions, fallback: say.title });
  const chosen = mine.some(({ id }) => id === draft.communityId) ? draft.communityId : mine[0]?.id;
  return card({
    body: [
      noticeBox(notice),
      heading(say.title),
      small(say.intro),
      input({
        id: 'title',
        label: say.name,
        placeholder: say.nameHint,
        value: draft.title || undefined,
        maxLength: practiceLimits.title,
        required: say.nameWrong,
      }),
      input({
        id: 'body',
        label: say.body,
        placeholder: say.bodyHint,
        value: draft.body || undefined,
        maxLength: MOST_TYPED,
        lines: true,
        required: say.bodyMissing,
      }),
      choose(
        'community',
        say.community,
        say.chooseCommunity,
        mine.map(({ id, name }) => ({ title: name, value: id })),
        chosen,
      ),
      who ? small(who, 'Small') : undefined,
      alone ? small(alone, 'Small') : undefined,
      ...(preview ? previewOf(draft) : []),
    ],
    actions,
    fallback: say.title,
  });
}

const previewOf = ({ title, body }: KeepDraft): Element[] => [
  box(
    [
      small(questionWords.ask.previewed),
      { ...heading(plain(title)), spacing: 'Small' },
      ...markdownBlocks(body, 2000).blocks,
    ],
    { style: 'emphasis', spacing: 'Medium' },
  ),
];
