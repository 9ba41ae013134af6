import { mentoringLimits as limits } from '@copse/core/vocabulary';
import { mentoringWords } from '../mentoring-strings.ts';
import { type Action, type Card, card, dayInput, input, small } from './card.ts';
import { type Notice, noticeBox } from './note-card.ts';

const say = mentoringWords.circle;

/** What a peer has written so far of a meeting. */
export type MeetingDraft = { readonly heldOn: string; readonly note: string };

type Model = {
  readonly title: string;
  readonly draft: MeetingDraft;
  readonly notice?: Notice | undefined;
  readonly actions: readonly Action[];
};

/** The form in which a peer notes what a meeting of a circle came to; its title stands above the card. */
export const noteCircleCard = ({ title, draft, notice, actions }: Model): Card =>
  card({
    body: [
      noticeBox(notice),
      small(say.readers),
      dayInput('heldOn', say.day, say.noDay, draft.heldOn),
      input({
        id: 'note',
        label: say.note,
        value: draft.note || undefined,
        maxLength: limits.sessionNote,
        lines: true,
      }),
    ],
    actions,
    fallback: title,
  });
