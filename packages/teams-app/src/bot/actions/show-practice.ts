import type { Core } from '@copse/core';
import { practiceCard } from '../cards/practice-card.ts';
import type { Notice } from '../cards/note-card.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { LONGEST_BACK, note, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';

/** Opens a practice in place, and fetches a person's own view of one. */
export const showPracticeAction: CardAction = {
  verb: 'show-practice',
  run: async (core, turn, data) => {
    const practice = idIn(data, 'practice');
    return practice
      ? ownViewOfPractice(core, turn, practice, { back: textIn(data, 'back', LONGEST_BACK) })
      : oldButton();
  },
};

type Around = { readonly back?: string | undefined; readonly notice?: Notice };

export async function ownViewOfPractice(core: Core, turn: Turn, practiceId: string, around: Around): Promise<Reply> {
  const seen = await core.practices.seePractice(turn.actor, { practiceId });
  if (!seen.ok) return note(sayWhyNot[seen.reason]);
  return { update: practiceCard(seen.value, { viewer: turn, personal: true, ...around }) };
}
