import { dayAt } from '@copse/core/vocabulary';
import { mentoringCard } from '../cards/mentoring-card.ts';
import { plain } from '../cards/plain.ts';
import { certain } from '../certain.ts';
import { mentoringWords as say } from '../mentoring-strings.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { idIn, isSet } from './data.ts';

/** Opens one's own mentoring in place of a message about it; only they see the answer. */
export const showMentoringAction: CardAction = {
  verb: 'show-mentoring',
  run: async (core, turn) => {
    const mine = certain(await core.learning.seeMyMentoring(turn.actor));
    return { update: mentoringCard(mine, turn.links) };
  },
};

/** Yes or no to somebody who looks for a mentor. */
export const answerSeekerAction: CardAction = {
  verb: 'answer-seeker',
  run: async (core, turn, data) => {
    const requestId = idIn(data, 'request');
    if (!requestId) return oldButton();
    const accept = isSet(data, 'accept');
    const before = certain(await core.learning.seeMyMentoring(turn.actor));
    const answered = await core.learning.answerSeeker(turn.actor, { requestId, accept });
    if (!answered.ok) return note(sayWhyNot[answered.reason]);
    const name = before.seekers.find((seeker) => seeker.requestId === requestId)?.person.name;
    const text = accept ? say.agreed(plain(name ?? 'The other one')) : say.declined;
    return { update: mentoringCard(answered.value, turn.links, { text, kind: 'done' }) };
  },
};

/** The two met today: noted without words, which can be added in Copse. */
export const weMetAction: CardAction = {
  verb: 'we-met',
  run: async (core, turn, data) => {
    const mentorshipId = idIn(data, 'mentorship');
    if (!mentorshipId) return oldButton();
    const { timeZone } = certain(await core.identity.seeMe(turn.actor));
    const heldOn = dayAt(turn.now(), timeZone);
    const mine = certain(await core.learning.seeMyMentoring(turn.actor));
    const known = mine.mentorships.find(({ id }) => id === mentorshipId);
    // Pressed twice it is one meeting.
    const again = known?.sessions.some((session) => session.heldOn === heldOn && session.mine && session.note === '');
    const noted = again
      ? ({ ok: true, value: mine } as const)
      : await core.learning.noteMentoringSession(turn.actor, { mentorshipId, heldOn, note: '' });
    if (!noted.ok) return note(sayWhyNot[noted.reason]);
    return { update: mentoringCard(noted.value, turn.links, { text: say.noted, kind: 'done' }) };
  },
};
