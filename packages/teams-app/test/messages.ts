import type { Destination, MessageItem, OutgoingMessage } from '@copse/core';

export const anItem = (given: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'answer-to-my-question',
  what: 'answer-given',
  title: 'New answer to “How do I test a page with the keyboard?”',
  because: 'You asked this question.',
  link: { kind: 'question', id: '0198c2a0-0000-7000-8000-000000000001' },
  community: { id: '0198c2a0-0000-7000-8000-0000000000c1', name: 'Accessibility guild' },
  excerpt: 'I have *tried* the tab key, and got lost in the menu.',
  topics: ['accessibility'],
  ...given,
});

export const aMessage = (...items: Partial<MessageItem>[]): OutgoingMessage => ({
  items: (items.length > 0 ? items : [{}]).map(anItem),
  more: 0,
  forPlace: false,
});

export const aDestination = (
  serviceUrl: string,
  given: Partial<Extract<Destination, { by: 'bot' }>> = {},
): Destination => ({
  by: 'bot',
  organisationId: 'northwind',
  tenantId: '7d0c9f3a-51a4-4f4a-9d63-0b8f7a1c2e10',
  serviceUrl,
  to: 'person',
  conversationId: 'a:mara',
  objectId: undefined,
  ...given,
});
