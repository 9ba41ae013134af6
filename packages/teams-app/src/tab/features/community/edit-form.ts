import type { CommunityView, EditCommunityInput } from '@copse/core/contracts';

/** What the edit dialog shows, in the order in which it is read. */
type Plain =
  | 'name'
  | 'purpose'
  | 'domain'
  | 'practice'
  | 'charter'
  | 'cadence'
  | 'topics'
  | 'format'
  | 'visibility'
  | 'reach';
export type CommunityForm = Pick<CommunityView, Plain> & { readonly welcome: string; readonly steps: string };

export const formOf = (community: CommunityView): CommunityForm => ({
  name: community.name,
  purpose: community.purpose,
  domain: community.domain,
  practice: community.practice,
  charter: community.charter,
  welcome: community.welcome ?? '',
  topics: community.topics,
  format: community.format,
  visibility: community.visibility,
  reach: community.reach,
  cadence: community.cadence,
  steps: community.firstSteps.map(({ text }) => text).join('\n'),
});

/** Only what differs from `before`, so that an edit never undoes what somebody else changed elsewhere. */
export function changesOf(before: CommunityView, form: CommunityForm): EditCommunityInput {
  const start = formOf(before);
  const { steps, ...fields } = form;
  const changed = Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(start[field as keyof CommunityForm]),
    ),
  ) as EditCommunityInput;
  return steps === start.steps ? changed : { ...changed, firstSteps: stepsOf(steps, before.firstSteps) };
}

/** The form over what others saved meanwhile: their words everywhere but in the fields that were changed here. */
export function takeOver(base: CommunityView, form: CommunityForm, latest: CommunityView): CommunityForm {
  const { firstSteps, ...mine } = changesOf(base, form);
  const kept = Object.fromEntries(Object.keys(mine).map((field) => [field, form[field as keyof CommunityForm]]));
  return { ...formOf(latest), ...kept, ...(firstSteps ? { steps: form.steps } : {}) };
}

/** One step a line; a step whose words did not change keeps its tick. */
function stepsOf(text: string, before: CommunityView['firstSteps']) {
  const done = new Set(before.filter((step) => step.done).map((step) => step.text));
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, done: done.has(line) }));
}
