import type { AttentionItem } from '@copse/core/contracts';

export type Call = { readonly text: string; readonly path: string };

type Say = (item: AttentionItem, title: string | undefined) => string;

const texts: Record<AttentionItem['kind'], Say> = {
  'asked-for-help': ({ count }, title) =>
    title ? `Can you help with “${title}”?` : `Can you help with ${count} questions?`,
  invitation: () => 'You are invited to join',
  'requests-to-admit': ({ count }) => (count === 1 ? 'Somebody asks to join' : `${count} people ask to join`),
  'practices-to-endorse': ({ count }, title) =>
    title ? `“${title}” awaits an endorsement` : `${count} practices await an endorsement`,
  'reviews-due': ({ count }, title) =>
    title ? `“${title}” is due for review` : `${count} practices are due for review`,
  'terms-over': ({ count }) => (count === 1 ? 'A role’s term is over' : `The terms of ${count} roles are over`),
  'own-drafts': ({ count }, title) =>
    title ? `Your draft “${title}” waits to be finished` : `${count} of your drafts wait to be finished`,
};

const parts: Record<AttentionItem['kind'], '' | '/members' | '/practices' | '/questions'> = {
  'asked-for-help': '/questions',
  invitation: '',
  'requests-to-admit': '/members',
  'practices-to-endorse': '/practices',
  'reviews-due': '/practices',
  'terms-over': '/members',
  'own-drafts': '/practices',
};

/** What waits for the person, in words, and the place where they can act on it. */
export function callOf(item: AttentionItem): Call {
  const { kind, community, practice, question } = item;
  const text = texts[kind](item, (question ?? practice)?.title);
  if (question) return { text, path: `/questions/${question.id}` };
  return { text, path: practice ? `/practices/${practice.id}` : `/communities/${community.id}${parts[kind]}` };
}
