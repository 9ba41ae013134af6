import type { Core } from '@copse/core';
import type { OccurrenceView } from '@copse/core/contracts';
import { gatheringAnswers } from '@copse/core/vocabulary';
import { gatheringCard } from '../cards/gathering-card.ts';
import type { Notice } from '../cards/note-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { clockOf } from '../clock-of.ts';
import { forAllHere } from '../for-all.ts';
import { gatheringWords as say } from '../gathering-strings.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { LONGEST_BACK, note, oldButton } from './answer.ts';
import { idIn, isSet, textIn } from './data.ts';

/** Opens one date in place of the list, or of a message about it. */
export const showGatheringAction: CardAction = {
  verb: 'show-gathering',
  run: async (core, turn, data) => {
    const occurrenceId = idIn(data, 'gathering');
    if (!occurrenceId) return oldButton();
    const seen = await core.gatherings.seeGathering(turn.actor, { occurrenceId });
    if (!seen.ok) return note(sayWhyNot[seen.reason]);
    return shown(core, turn, seen.value, { back: textIn(data, 'back', LONGEST_BACK) });
  },
};

/** Going, maybe or not, of all later dates too where that is said: the card tells at once how its reader stands. */
export const answerGatheringAction: CardAction = {
  verb: 'answer-gathering',
  run: async (core, turn, data) => {
    const occurrenceId = idIn(data, 'gathering');
    const answer = gatheringAnswers.find((one) => one === textIn(data, 'answer', 20));
    if (!occurrenceId || !answer) return oldButton();
    const later = isSet(data, 'later');
    const answered = await core.gatherings.answerGathering(turn.actor, { occurrenceId, answer, later });
    const back = textIn(data, 'back', LONGEST_BACK);
    const done: Around = later ? { back, notice: { text: say.saidOfLater, kind: 'done' } } : { back };
    if (answered.ok) return shown(core, turn, answered.value, done);
    const seen = await core.gatherings.seeGathering(turn.actor, { occurrenceId });
    const notice = { text: sayWhyNot[answered.reason] };
    return seen.ok ? shown(core, turn, seen.value, { back, notice }) : note(notice.text);
  },
};

/** «I am here». */
export const checkInAction: CardAction = {
  verb: 'check-in',
  run: async (core, turn, data) => {
    const occurrenceId = idIn(data, 'gathering');
    if (!occurrenceId) return oldButton();
    const noted = await core.gatherings.noteAttendance(turn.actor, { occurrenceId });
    if (!noted.ok) return note(sayWhyNot[noted.reason]);
    return shown(core, turn, noted.value, { notice: { text: say.checkedIn, kind: 'done' } });
  },
};

type Around = { readonly back?: string | undefined; readonly notice?: Notice };

/** To who pressed with how they stand; where others read along, they see the new numbers and nobody's answer. */
async function shown(core: Core, turn: Turn, date: OccurrenceView, around: Around): Promise<Reply> {
  const { links } = turn;
  if (!inGroup(turn)) {
    return { update: gatheringCard(date, { links, timeZone: await clockOf(core, turn), personal: true, ...around }) };
  }
  const [forAll] = await forAllHere(core, turn, [date]);
  if (!forAll) return note(say.notForHere);
  const { back } = around;
  return {
    update: gatheringCard(date, { links, timeZone: undefined, personal: true, ...around }),
    forAll: gatheringCard(date, { links, timeZone: undefined, personal: false, back }),
  };
}
