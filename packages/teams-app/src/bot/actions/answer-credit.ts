import type { Actor, Core } from '@copse/core';
import type { PracticeView } from '@copse/core/contracts';
import type { CreditOffer } from '../asking-for-credit.ts';
import { certain } from '../certain.ts';
import { extensionWords } from '../extension-strings.ts';
import type { CardAction, Turn } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { isSet, textIn } from './data.ts';

const say = extensionWords.credit;

/** Somebody says whether their name may stand beside what they said. Only they can, and only for what they were asked. */
export const answerCreditAction: CardAction = {
  verb: 'answer-credit',
  run: async (core, turn, data) => {
    const offer = turn.signed.read('credit', textIn(data, 'token', 4000)) as CreditOffer | undefined;
    if (!offer) return oldButton();
    if (offer.to !== turn.sender.objectId || offer.tenant !== turn.sender.tenantId) return note(say.notYou);
    if (isSet(data, 'no')) return note(say.left, 'done');

    const keeper = await keeperOf(core, turn, offer);
    if (!keeper) return note(say.gone);
    const { personId } = turn.actor;
    const credited = await core.practices.creditPerson(keeper, {
      practiceId: offer.practice,
      personId,
      credit: 'contributor',
    });
    if (!credited.ok) return note(say.gone);
    await nameInText(core, { keeper, turn }, credited.value);
    return note(say.thanks, 'done');
  },
};

/**
 * Whoever kept the practice, who asked for this by keeping it; nothing once they are gone. What they may not do any more
 * is not done in their name either, since core decides it for them anew.
 */
async function keeperOf(core: Core, turn: Turn, { by, tenant, from }: CreditOffer): Promise<Actor | undefined> {
  const known = await core.identity.seePerson(turn.actor, { personId: by });
  if (!known.ok) return undefined;
  const signedIn = await core.identity.signIn({ kind: 'bot', tenantId: tenant, objectId: from });
  return signedIn.ok && signedIn.value.personId === by ? signedIn.value : undefined;
}

/** The name takes the place that was kept for it, unless the text has been changed there since. */
async function nameInText(
  core: Core,
  { keeper, turn }: { readonly keeper: Actor; readonly turn: Turn },
  { id, context, revision }: PracticeView,
): Promise<void> {
  if (!context.includes(extensionWords.somebody)) return;
  const { name } = certain(await core.identity.seeMe(turn.actor));
  await core.practices.editPractice(keeper, {
    practiceId: id,
    context: context.replace(extensionWords.somebody, () => name.replaceAll(/[\\`*_[\]<>~]/g, '\\$&')),
    note: say.note,
    ifRevision: revision,
  });
}
