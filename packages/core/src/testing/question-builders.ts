import type { AnswerId, CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import type { AnswerHead } from '../questions/answer.ts';
import type { Participant, Question } from '../questions/question.ts';

export const monday = new Date('2026-03-02T09:00:00.000Z');
const whoAsked = '01900000-0000-7000-8000-0000000000a1' as PersonId;
export const helper = '01900000-0000-7000-8000-0000000000a2' as PersonId;

/** A question that somebody asked by name, as its rules see it. */
export const aQuestion = (given: Partial<Question> = {}): Question => ({
  id: '01900000-0000-7000-8000-0000000000b1' as QuestionId,
  organisationId: '01900000-0000-7000-8000-0000000000e1' as OrganisationId,
  communityId: '01900000-0000-7000-8000-0000000000c1' as CommunityId,
  title: 'Why does the ink run?',
  details: 'On coated paper.',
  topics: ['ink'],
  visibility: 'organisation',
  author: { personId: whoAsked },
  askedAt: monday,
  activeAt: monday,
  editedAt: undefined,
  editedBy: undefined,
  accepted: undefined,
  closed: undefined,
  duplicateOf: undefined,
  revision: 1,
  ...given,
});

/** A member who has agreed to the code of conduct and did not ask. */
export const aParticipant = (given: Partial<Participant> = {}): Participant => ({
  personId: '01900000-0000-7000-8000-0000000000a3' as PersonId,
  selves: ['01900000-0000-7000-8000-0000000000a3' as PersonId],
  relations: ['member', 'colleague'],
  closed: false,
  acknowledged: true,
  veiled: false,
  ...given,
});

export const asker = aParticipant({
  personId: whoAsked,
  selves: [whoAsked],
  relations: ['member', 'colleague', 'asker'],
});

export const anAnswer = (given: Partial<AnswerHead> = {}): AnswerHead => ({
  id: '01900000-0000-7000-8000-0000000000f1' as AnswerId,
  author: { personId: helper },
  by: helper,
  text: 'Let it dry.',
  version: 1,
  ...given,
});
