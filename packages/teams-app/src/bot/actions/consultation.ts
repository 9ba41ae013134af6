import { snoozeInput } from '@copse/core/contracts';
import { choose, card, openPage, press } from '../cards/card.ts';
import { heading, noteCard } from '../cards/note-card.ts';
import { consultationWords as say } from '../consultation-strings.ts';
import { answerWithQuestion } from '../present-question.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';

const MOST_MEMBERS = 50;
const DAY_MS = 24 * 60 * 60 * 1000;
const SNOOZE_DAYS = 30;

/** «Not me»: somebody who was asked leaves it to the others. */
export const notMeAction: CardAction = {
  verb: 'not-me',
  run: async (core, turn, data) => {
    const questionId = idIn(data, 'question');
    if (!questionId) return oldButton();
    const declined = await core.consultations.declineQuestion(turn.actor, { questionId });
    return declined.ok ? note(say.declined, 'done') : note(sayWhyNot[declined.reason]);
  },
};

/** Shows the members to whom a question can be passed on. */
export const chooseHelperAction: CardAction = {
  verb: 'choose-helper',
  run: async (core, turn, data) => {
    const questionId = idIn(data, 'question');
    if (!questionId) return oldButton();
    const seen = await core.questions.seeQuestion(turn.actor, { questionId });
    if (!seen.ok) return note(sayWhyNot[seen.reason]);
    const { community, title } = seen.value;
    const members = await core.communities.listMembers(turn.actor, { communityId: community.id, limit: MOST_MEMBERS });
    const others = (members.ok ? members.value.items : []).flatMap(({ person }) =>
      person.id && person.id !== turn.actor.personId ? [{ title: person.name, value: person.id }] : [],
    );
    const open = openPage(words.openInCopse, turn.links.page(`questions/${questionId}`));
    if (others.length === 0) return { update: noteCard({ text: say.nobody, actions: [open] }) };
    return {
      update: card({
        body: [heading(say.passTitle), choose('to', say.passTo, say.required, others)],
        actions: [press(say.pass, 'pass-question', { question: questionId }, true), open],
        fallback: `${say.passTitle} ${title}`,
      }),
    };
  },
};

export const passQuestionAction: CardAction = {
  verb: 'pass-question',
  run: async (core, turn, data) => {
    const questionId = idIn(data, 'question');
    const toPersonId = idIn(data, 'to');
    if (!questionId || !toPersonId) return oldButton();
    const passed = await core.consultations.passQuestion(turn.actor, { questionId, toPersonId });
    const notice = passed.ok
      ? ({ text: say.passed, kind: 'done' } as const)
      : ({ text: sayWhyNot[passed.reason], kind: 'problem' } as const);
    return answerWithQuestion(core, turn, questionId, { data: {}, notice });
  },
};

/** No more questions about a topic, for a month. */
export const snoozeTopicAction: CardAction = {
  verb: 'snooze-topic',
  run: async (core, turn, data) => {
    const until = new Date(turn.now().getTime() + SNOOZE_DAYS * DAY_MS).toISOString();
    const snooze = snoozeInput.safeParse({ topic: textIn(data, 'topic', 60), until });
    if (!snooze.success) return oldButton();
    const snoozed = await core.consultations.snoozeTopic(turn.actor, snooze.data);
    return snoozed.ok ? note(say.snoozed, 'done') : note(sayWhyNot[snoozed.reason]);
  },
};
