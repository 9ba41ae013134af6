import { creditCard } from './cards/credit-card.ts';
import { extensionWords } from './extension-strings.ts';
import type { Part } from './picked-message.ts';
import type { Turn } from './turn.ts';

const ANSWER_DAYS = 30;
const LONGEST_QUOTE = 2000;

/** Whose name may be put beside which practice, and on whose behalf. Signed by the bot; see `signed.ts`. */
export type CreditOffer = {
  readonly practice: string;
  readonly tenant: string;
  /** Who is asked, and who asks. Object ids in Entra. */
  readonly to: string;
  readonly from: string;
  /** The person who asks, so that nobody is signed in anew after they had themselves erased. */
  readonly by: string;
};

/** Asks each person who spoke whether they may be credited. Tells how many were asked, of how many. */
export async function askForCredit(
  turn: Turn,
  { practiceId, parts }: { readonly practiceId: string; readonly parts: readonly Part[] },
): Promise<{ readonly asked: number; readonly of: number }> {
  const { tenantId, objectId } = turn.sender;
  const others = new Map<string, string>();
  for (const { objectId: speaker, text } of parts) {
    if (speaker && speaker !== objectId) others.set(speaker, [others.get(speaker), text].filter(Boolean).join('\n\n'));
  }
  if (others.size === 0) return { asked: 0, of: 0 };

  const told = await Promise.all(
    [...others].map(([to, said]) => {
      const offer: CreditOffer = {
        practice: practiceId,
        tenant: tenantId,
        to,
        from: objectId,
        by: turn.actor.personId,
      };
      const token = turn.signed.sign('credit', offer, ANSWER_DAYS);
      const card = creditCard({ keeper: turn.name, said: said.slice(0, LONGEST_QUOTE), token });
      return turn.tell(to, { card, summary: extensionWords.credit.summary });
    }),
  );
  return { asked: told.filter(Boolean).length, of: told.length };
}
