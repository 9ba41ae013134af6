import { type Actor, type Core, type Result, StaleWriteError } from '@copse/core';
import type { CreditOffer } from '../asking-for-credit.ts';
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
    const practiceId = offer.practice;
    const before = await core.practices.seePractice(keeper, { practiceId });
    const { personId } = turn.actor;
    const credited = await insisting(() =>
      core.practices.creditPerson(keeper, { practiceId, personId, credit: 'contributor' }),
    );
    if (!before.ok || !credited.ok) return note(say.gone);
    const isRepeat = before.value.contributors.some(({ person }) => person.id === personId);
    await insisting(() => nameInText(core, turn, { keeper, practiceId, isRepeat }));
    return note(say.thanks, 'done');
  },
};

/** Those who spoke in one thread may answer at the same moment. */
const TRIES = 8;

/** Tries again when somebody else was faster, however that is said, and gives what came of it in the end. */
async function insisting<Value, Reason extends string>(
  act: () => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason>> {
  for (let tries = 1; ; tries += 1) {
    try {
      const done = await act();
      if (done.ok || done.reason !== 'changed-meanwhile' || tries === TRIES) return done;
    } catch (error) {
      if (!(error instanceof StaleWriteError) || tries === TRIES) throw error;
    }
  }
}

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

type Naming = { readonly keeper: Actor; readonly practiceId: string; readonly isRepeat: boolean };

/**
 * The name takes a place that was kept for one, unless the text has been changed there since. Whoever says yes twice takes
 * nobody else's.
 */
async function nameInText(core: Core, { name: own }: Turn, { keeper, practiceId, isRepeat }: Naming) {
  const seen = await core.practices.seePractice(keeper, { practiceId });
  if (!seen.ok) return seen;
  const { context, revision } = seen.value;
  const name = own.replaceAll(/[\\`*_[\]<>~]/g, '\\$&');
  if (!context.includes(extensionWords.somebody) || (isRepeat && context.includes(name))) return seen;
  return core.practices.editPractice(keeper, {
    practiceId,
    context: context.replace(extensionWords.somebody, () => name),
    note: say.note,
    ifRevision: revision,
  });
}
