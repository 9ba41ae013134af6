import { recordAdoptionInput } from '@copse/core/contracts';
import { practiceLimits } from '@copse/core/vocabulary';
import { practiceCard } from '../cards/practice-card.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction } from '../turn.ts';
import { LONGEST_BACK, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';
import { ownViewOfPractice } from './show-practice.ts';

/** Records that a team works this way: «we use this». */
export const adoptAction: CardAction = {
  verb: 'adopt',
  run: async (core, turn, data) => {
    const practiceId = idIn(data, 'practice');
    if (!practiceId) return oldButton();
    const back = textIn(data, 'back', LONGEST_BACK);
    const adoption = recordAdoptionInput.safeParse({ kind: 'uses', team: textIn(data, 'team', practiceLimits.team) });
    if (!adoption.success) {
      return ownViewOfPractice(core, turn, practiceId, {
        back,
        notice: { text: words.practice.teamRequired, kind: 'problem' },
      });
    }

    const done = await core.practices.recordAdoption(turn.actor, { practiceId, ...adoption.data });
    if (!done.ok)
      return ownViewOfPractice(core, turn, practiceId, {
        back,
        notice: { text: sayWhyNot[done.reason], kind: 'problem' },
      });
    const notice = { text: words.practice.used, kind: 'done' } as const;
    return { update: practiceCard(done.value, { viewer: turn, personal: true, back, notice }) };
  },
};
