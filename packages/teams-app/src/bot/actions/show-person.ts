import { personCard } from '../cards/me-card.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction } from '../turn.ts';
import { LONGEST_BACK, note, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';

/** A colleague's profile, to whoever asks for it. */
export const showPersonAction: CardAction = {
  verb: 'show-person',
  run: async (core, turn, data) => {
    const personId = idIn(data, 'person');
    if (!personId) return oldButton();
    const seen = await core.identity.seePerson(turn.actor, { personId });
    return seen.ok
      ? { update: personCard(seen.value, textIn(data, 'back', LONGEST_BACK)) }
      : note(sayWhyNot[seen.reason]);
  },
};
