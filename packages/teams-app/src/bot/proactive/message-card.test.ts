import { describe, expect, it } from 'vitest';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { aMessage, anItem } from '../../../test/messages.ts';
import { VERBS } from '../actions/dispatch.ts';
import { linksFor } from '../links.ts';
import { messageCard } from './message-card.ts';

const links = linksFor({
  teamsAppId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://copse.example.com',
  appId: 'bot',
});
const asking = ['not-me', 'choose-helper', 'snooze-topic'];
const askedForHelp = { kind: 'asked-for-help', what: 'asked-for-help', title: 'Can you help with “Tabs”?' } as const;
const inDigest = { kind: 'new-question', what: 'question-in-digest', title: 'How do I name an icon button?' } as const;
const hostile = '[x](javascript:alert(1)) **bold** {{DATE(x)}} <script>' + '\u{1F600}'.repeat(900);

const cards = {
  'an answer': aMessage(),
  'a call for help': aMessage(askedForHelp),
  'several things': aMessage({}, askedForHelp, { kind: 'moderation', what: 'item-hidden' }),
  'a digest': { ...aMessage(inDigest, inDigest), more: 4 },
  'a post in a channel': { ...aMessage({ what: 'question-asked', kind: 'new-question' }), forPlace: true },
  'a digest in a channel': { ...aMessage(inDigest, inDigest), forPlace: true },
  'as much as there can be': {
    ...aMessage(
      ...Array.from({ length: 8 }, () => ({
        title: hostile,
        excerpt: hostile,
        because: hostile,
        topics: Array(5).fill('t'.repeat(40)) as string[],
      })),
    ),
    more: 99,
  },
};

describe.each(Object.entries(cards))('%s', (_what, message) => {
  const { card, summary } = messageCard(message, links);
  const said = JSON.stringify(card);

  it('is a card as Teams takes it', () => {
    expect(problemsOfCard(card, VERBS)).toEqual([]);
    expect(summary.length).toBeLessThan(400);
  });

  it('says why it came, and how to stop it', () => {
    expect(said).toContain(message.forPlace ? 'A coordinator of the community can change' : 'Why this comes');
    if (!message.forPlace) expect(said).toContain('change or stop this');
  });
});

it('what people typed is shown, and does nothing', () => {
  const said = JSON.stringify(messageCard(aMessage({ title: hostile, excerpt: hostile }), links).card);
  expect(said).toContain(String.raw`\\[x\\]`);
  expect(said).not.toContain('{{DATE');
});

it('whoever is asked can pass it on, say no, or have peace from the topic', () => {
  const { card } = messageCard(
    { ...aMessage(askedForHelp), items: [anItem({ ...askedForHelp, topics: ['wcag'] })] },
    links,
  );
  const said = JSON.stringify(card);
  for (const verb of asking) expect(said).toContain(`"verb":"${verb}"`);
});

it('a post by a webhook has no button that a bot would have to answer', () => {
  const post = { ...aMessage({ what: 'question-asked', kind: 'new-question' }), forPlace: true };
  expect(JSON.stringify(messageCard(post, links).card)).toContain('Action.Execute');
  const said = JSON.stringify(messageCard(post, links, { hasBot: false }).card);
  expect(said).not.toMatch(/Action\.(?:Execute|Submit)/);
  expect(said).toContain('Action.OpenUrl');
});
