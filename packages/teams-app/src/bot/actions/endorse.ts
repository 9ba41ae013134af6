import { practiceCard } from '../cards/practice-card.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction } from '../turn.ts';
import { LONGEST_BACK, oldButton } from './answer.ts';
import { idIn, isSet, textIn } from './data.ts';
import { ownViewOfPractice } from './show-practice.ts';

/** Gives a person's trust to a practice, or takes it back. Doing it twice counts once. */
export const endorseAction: CardAction = {
  verb: 'endorse',
  run: async (core, turn, data) => {
    const practiceId = idIn(data, 'practice');
    if (!practiceId) return oldButton();
    const back = textIn(data, 'back', LONGEST_BACK);
    const takeBack = isSet(data, 'takeBack');

    const done = await (takeBack
      ? core.practices.takeBackEndorsement(turn.actor, { practiceId })
      : core.practices.endorsePractice(turn.actor, { practiceId }));
    if (!done.ok)
      return ownViewOfPractice(core, turn, practiceId, {
        back,
        notice: { text: sayWhyNot[done.reason], kind: 'problem' },
      });

    const notice = { text: takeBack ? words.practice.takenBack : words.practice.endorsed, kind: 'done' } as const;
    return { update: practiceCard(done.value, { viewer: turn, personal: true, back, notice }) };
  },
};
