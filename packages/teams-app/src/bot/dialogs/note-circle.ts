import { sayDay } from '@copse/core';
import type { Core } from '@copse/core';
import { circleMeetingInput, type CircleView } from '@copse/core/contracts';
import { dayAt } from '@copse/core/vocabulary';
import { idIn, numberIn, textIn, typedIn } from '../actions/data.ts';
import { send } from '../cards/card.ts';
import { type MeetingDraft, noteCircleCard } from '../cards/note-circle-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { certain } from '../certain.ts';
import { dialogSays, dialogWith } from '../invoke-body.ts';
import { mentoringWords } from '../mentoring-strings.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { Reply, Turn } from '../turn.ts';
import type { Dialog } from './dialog.ts';

const say = mentoringWords.circle;

/** A meeting of one of the person's circles, by its number. */
type Meeting = { readonly circle: CircleView; readonly number: number };

/** Notes a meeting of a circle, on the day that it was; what is wrong is said, and what was typed stays. */
export const noteCircleDialog: Dialog = {
  name: 'note-circle',

  open: (core, turn, data) =>
    withMeeting(core, turn, data, async (meeting) => {
      const { timeZone } = certain(await core.identity.seeMe(turn.actor));
      return page(meeting, { heldOn: dayAt(turn.now(), timeZone), note: '' });
    }),

  submit: (core, turn, data) =>
    withMeeting(core, turn, data, async (meeting) => {
      const draft = { heldOn: textIn(data, 'heldOn', 20) ?? '', note: typedIn(data, 'note') };
      const input = circleMeetingInput.safeParse({ ...draft, number: meeting.number });
      if (!input.success)
        return page(meeting, draft, input.error.issues[0]?.path[0] === 'note' ? say.tooLong : say.noDay);
      const circleId = meeting.circle.id;
      const noted = await core.learning.noteCircleMeeting(turn.actor, { ...input.data, circleId });
      if (noted.ok) return { body: dialogSays(say.noted) };
      return page(meeting, draft, (await alreadyNoted(core, turn, meeting)) ?? sayWhyNot[noted.reason]);
    }),
};

async function withMeeting(
  core: Core,
  turn: Turn,
  data: unknown,
  then: (meeting: Meeting) => Promise<Reply>,
): Promise<Reply> {
  const circle = await myCircle(core, turn, idIn(data, 'circle'));
  const number = numberIn(data, 'number');
  return circle && number ? then({ circle, number }) : { body: dialogSays(words.oldButton) };
}

const myCircle = async (core: Core, { actor }: Turn, circleId: string | undefined) =>
  certain(await core.learning.seeMyMentoring(actor)).circles.find(({ id }) => id === circleId);

/** What somebody else noted of the same meeting, if so. */
async function alreadyNoted(core: Core, turn: Turn, { circle, number }: Meeting): Promise<string | undefined> {
  const held = (await myCircle(core, turn, circle.id))?.held.find((one) => one.number === number);
  return held && say.already(sayDay(held.heldOn), plain(clip(held.note, 200)));
}

function page({ circle, number }: Meeting, draft: MeetingDraft, problem?: string): Reply {
  const title = say.title(number, clip(circle.title, 60));
  const card = noteCircleCard({
    title,
    draft,
    notice: problem === undefined ? undefined : { text: problem, kind: 'problem' },
    actions: [send(say.send, { dialog: 'note-circle', circle: circle.id, number }, true)],
  });
  return { body: dialogWith({ title, card }) };
}
