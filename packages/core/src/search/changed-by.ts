import type { SearchKind } from './contract.ts';

type Changed = { readonly kind: SearchKind; readonly field: string };

const facts = (kind: SearchKind, field: string, ...types: readonly string[]): [string, Changed][] =>
  types.map((type) => [type, { kind, field }]);

/** Which document a fact makes out of date. The field is where the fact names it. */
export const documentChangedBy: Readonly<Record<string, Changed>> = Object.fromEntries([
  ...facts('community', 'communityId', 'community.founded', 'community.edited', 'community.imported'),
  ...facts('community', 'communityId', 'community.closed', 'community.reopened'),
  ...facts('practice', 'practiceId', 'practice.drafted', 'practice.edited', 'practice.imported'),
  ...facts('practice', 'practiceId', 'practice.life-changed', 'practice.endorsed', 'practice.endorsement-taken-back'),
  ...facts('practice', 'practiceId', 'practice.adopted', 'practice.adoption-taken-back'),
  ...facts('person', 'personId', 'person.joined-organisation', 'person.edited', 'person.erased', 'person.imported'),
  ...facts('person', 'intoPersonId', 'person.merged'),
  ...facts('question', 'questionId', 'question.asked', 'question.edited', 'question.moved', 'question.imported'),
  ...facts('question', 'questionId', 'question.closed', 'question.reopened', 'question.marked-duplicate'),
  ...facts('question', 'questionId', 'question.kept', 'question.me-too', 'question.me-too-taken-back'),
  ...facts('question', 'questionId', 'answer.given', 'answer.edited', 'answer.helped'),
  ...facts('question', 'questionId', 'answer.accepted', 'answer.acceptance-taken-back'),
  ...facts('question', 'questionId', 'item.hidden', 'item.restored'),
  ...facts('gathering', 'gatheringId', 'gathering.scheduled', 'gathering.edited', 'gathering.imported'),
  ...facts('gathering', 'gatheringId', 'gathering.rescheduled', 'gathering.cancelled'),
  ...facts('gathering', 'gatheringId', 'occurrence.changed', 'occurrence.recapped'),
]);
