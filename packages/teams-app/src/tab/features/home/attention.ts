import type { AttentionItem } from '@copse/core/contracts';

export type Call = { readonly text: string; readonly path: string };

type Say = (item: AttentionItem, title: string | undefined) => string;

const texts: Record<AttentionItem['kind'], Say> = {
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

const parts: Record<AttentionItem['kind'], '' | '/members' | '/practices'> = {
  invitation: '',
  'requests-to-admit': '/members',
  'practices-to-endorse': '/practices',
  'reviews-due': '/practices',
  'terms-over': '/members',
  'own-drafts': '/practices',
};

/** What waits for the person, in words, and the place where they can act on it. */
export function callOf(item: AttentionItem): Call {
  const { kind, community, practice } = item;
  const path = practice ? `/practices/${practice.id}` : `/communities/${community.id}${parts[kind]}`;
  return { text: texts[kind](item, practice?.title), path };
}
