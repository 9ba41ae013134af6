import type { Core } from '@copse/core';
import { linkCard } from '../cards/link-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { note } from './answer.ts';
import { textIn } from './data.ts';

const LONGEST_CODE = 40;

/** A fresh code, in place of the one that was shown. */
export const issueCodeAction: CardAction = {
  verb: 'issue-code',
  run: async (core, turn) => {
    if (inGroup(turn)) return note(words.link.notHere);
    const issued = certain(await core.identity.issueLinkCode(turn.actor));
    return { update: linkCard(issued) };
  },
};

export const redeemCodeAction: CardAction = {
  verb: 'redeem-code',
  run: async (core, turn, data) => redeemCode(core, turn, textIn(data, 'code', LONGEST_CODE) ?? ''),
};

/** Ends on this side what was begun in Confluence. A wrong code says so and leaves the way open to try again. */
export async function redeemCode(core: Core, turn: Turn, code: string): Promise<Reply> {
  if (inGroup(turn)) return note(words.link.notHere);
  const redeemed = await core.identity.redeemLinkCode(turn.actor, { code });
  if (!redeemed.ok) {
    const issued = certain(await core.identity.issueLinkCode(turn.actor));
    return { update: linkCard(issued, { text: sayWhyNot[redeemed.reason], kind: 'problem' }) };
  }
  return { update: noteCard({ text: words.link.done, kind: 'done' }) };
}
