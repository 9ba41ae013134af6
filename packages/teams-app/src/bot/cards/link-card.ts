import type { LinkCodeView } from '@copse/core/contracts';
import { LINK_CODE_MINUTES } from '@copse/core/vocabulary';
import { words } from '../strings.ts';
import { box, type Card, card, input, press, pressOnly, text, unfold } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';

const say = words.link;

/** A fresh code to enter in Confluence, and the place to enter one that Confluence shows. */
export function linkCard({ code }: LinkCodeView, notice?: Notice): Card {
  return card({
    body: [
      noticeBox(notice),
      heading(say.title),
      text(say.text),
      box([text(code, { size: 'Large', weight: 'Bolder', mono: true, align: 'Center' })], {
        style: 'emphasis',
        spacing: 'Medium',
      }),
      text(say.steps(LINK_CODE_MINUTES), { size: 'Small', subtle: true }),
    ],
    actions: [enterCode(), pressOnly(say.new, 'issue-code')],
    // The code itself stays out of what a notification or a log of the client may keep.
    fallback: say.title,
  });
}

const enterCode = () =>
  unfold(
    say.other,
    [
      text(say.otherHelp),
      input({ id: 'code', label: say.code, placeholder: say.codeHint, maxLength: 20, required: say.required }),
    ],
    press(say.redeem, 'redeem-code', {}, true),
  );
