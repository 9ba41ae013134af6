import { type Actor, type Core, type Result, StaleWriteError } from '@copse/core';
import type { CreditOffer } from '../asking-for-credit.ts';
import { pressOnly } from '../cards/card.ts';
import { noteCard } from '../cards/note-card.ts';
import { extensionWords } from '../extension-strings.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { isSet, textIn } from './data.ts';

const say = extensionWords.credit;

/**
 * Somebody says whether their name may stand beside what they said. Only they can, and only for what they were asked. Either
 * answer can be taken back where it was given.
 */
export const answerCreditAction: CardAction = {
  verb: 'answer-credit',
  run: async (core, turn, data) => {
    const token = textIn(data, 'token', 4000);
    const offer = turn.signed.read('credit', token) as CreditOffer | undefined;
    if (!offer || !token) return oldButton();
    if (offer.to !== turn.sender.objectId || offer.tenant !== turn.sender.tenantId) return note(say.notYou);
    return isSet(data, 'no') ? leaveOut(core, turn, offer, token) : nameThem(core, turn, offer, token);
  },
};

async function nameThem(core: Core, turn: Turn, offer: CreditOffer, token: string): Promise<Reply> {
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
  return answered(say.thanks, say.takeOff, { token, no: true });
}

/** Whoever had said yes is taken off again, out of the text as well: by themselves, or by the keeper where they left. */
async function leaveOut(core: Core, turn: Turn, offer: CreditOffer, token: string): Promise<Reply> {
  const { practice: practiceId } = offer;
  const { personId } = turn.actor;
  const theirs = await core.practices.seePractice(turn.actor, { practiceId });
  const by = theirs.ok ? turn.actor : await keeperOf(core, turn, offer);
  const seen = theirs.ok || !by ? theirs : await core.practices.seePractice(by, { practiceId });
  const credit = seen.ok && seen.value.contributors.find(({ person }) => person.id === personId)?.credit;
  if (by && credit === 'contributor') {
    await insisting(() => nameOutOfText(core, turn, by, practiceId));
    const removed = await insisting(() => core.practices.removeCredit(by, { practiceId, personId }));
    if (!removed.ok) return note(say.owned);
  }
  return answered(say.left, say.yes, { token });
}

/** What was answered, and the button that takes it back. */
const answered = (text: string, other: string, data: object): Reply => ({
  update: noteCard({ text, kind: 'done', actions: [pressOnly(other, 'answer-credit', { ...data })] }),
});

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
async function nameInText(core: Core, turn: Turn, { keeper, practiceId, isRepeat }: Naming) {
  const seen = await core.practices.seePractice(keeper, { practiceId });
  if (!seen.ok) return seen;
  const { context, revision } = seen.value;
  const name = asMarkdown(turn.name);
  if (!context.includes(extensionWords.somebody) || (isRepeat && context.includes(name))) return seen;
  return core.practices.editPractice(keeper, {
    practiceId,
    context: context.replace(extensionWords.somebody, () => name),
    note: say.note,
    ifRevision: revision,
  });
}

/** The place is kept for one again, unless their name is not there any more. */
async function nameOutOfText(core: Core, turn: Turn, by: Actor, practiceId: string) {
  const seen = await core.practices.seePractice(by, { practiceId });
  if (!seen.ok) return seen;
  const { context, revision } = seen.value;
  const name = asMarkdown(turn.name);
  if (!context.includes(name)) return seen;
  return core.practices.editPractice(by, {
    practiceId,
    context: context.replace(name, () => extensionWords.somebody),
    note: say.noteOff,
    ifRevision: revision,
  });
}

const asMarkdown = (name: string): string => name.replaceAll(/[\\`*_[\]<>~]/g, '\\$&');
