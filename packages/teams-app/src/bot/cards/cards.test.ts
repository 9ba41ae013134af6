import { describe, expect, it } from 'vitest';
import {
  ableTo,
  aCommunityCard,
  aCommunityView,
  aHit,
  aPracticeView,
  inChannel,
  inPrivate,
  me,
} from '../../../test/builders.ts';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { gallery } from '../../../test/gallery.ts';
import { questionGallery } from '../../../test/question-gallery.ts';
import { VERBS } from '../actions/dispatch.ts';
import type { Card } from './card.ts';
import { communitiesCard } from './communities-card.ts';
import { communityCard } from './community-card.ts';
import { foundCard } from './found-card.ts';
import { meCard } from './me-card.ts';
import { practiceCard } from './practice-card.ts';

const titlesOf = (card: Card) => (card.actions ?? []).map(({ title }) => title);

describe('every card', () => {
  it.each(Object.entries({ ...gallery, ...questionGallery }))(
    '«%s» is one that Teams shows, on a phone too',
    (_about, card) => {
      expect(problemsOfCard(card, VERBS)).toEqual([]);
    },
  );

  it.each(Object.entries({ ...gallery, ...questionGallery }))('«%s» looks as it did', (_about, card) => {
    expect(card).toMatchSnapshot();
  });

  it('is found out when it is wrong', () => {
    const wrong = {
      type: 'AdaptiveCard',
      version: '1.6',
      body: [
        { type: 'TextBlock', text: 'x' },
        { type: 'Image', url: 'https://example.com' },
      ],
      actions: [{ type: 'Action.Execute', title: 'x', verb: 'fly', data: {} }],
    };
    expect(problemsOfCard(wrong, VERBS)).toEqual(
      expect.arrayContaining([
        'is not of version 1.5',
        'says nothing to an old client',
        'card.body[0] (TextBlock) lacks wrap',
        'card.body[1] is a Image, which we do not use',
        'card.actions[0] (Action.Execute) lacks fallback',
        'card.actions[0] has the unknown verb fly',
      ]),
    );
  });
});

describe('the largest cards that people can cause', () => {
  const long = 'ä'.repeat(500);
  const longId = '0198c2a0-0000-7000-8000-000000000009';
  const roleHolders = Array.from({ length: 60 }, (_, at) => ({
    person: { id: longId, name: 'ö'.repeat(120), affiliation: 'ü'.repeat(120), guest: true },
    role: (['coordinator', 'expert', 'mentor', 'sponsor', 'facilitator'] as const)[at % 5] ?? 'expert',
    since: '2026-01-12T09:00:00.000Z',
    overdue: false,
  }));
  const community = aCommunityView({
    name: 'ß'.repeat(80),
    purpose: long,
    topics: Array.from({ length: 8 }, () => 'é'.repeat(40)),
    cadence: long.slice(0, 120),
    roleHolders,
  });
  const card = aCommunityCard({ name: community.name, purpose: long, topics: community.topics });

  it.each([
    ['community', communityCard(community, { viewer: inPrivate, personal: true, back: 'x'.repeat(120) })],
    [
      'list',
      communitiesCard({
        mine: Array.from({ length: 50 }, () => card),
        suggested: Array.from({ length: 9 }, () => ({ community: card, because: long })),
        viewer: inPrivate,
      }),
    ],
    [
      'practice',
      practiceCard(aPracticeView({ title: 'ñ'.repeat(120), body: `${long}\n\n`.repeat(80), context: long.repeat(8) }), {
        viewer: inPrivate,
        personal: true,
      }),
    ],
    [
      'search',
      foundCard({
        asked: 'w'.repeat(100),
        found: (['question', 'practice', 'community', 'person', 'gathering'] as const).map((kind) => ({
          kind,
          more: true,
          hits: Array.from({ length: 25 }, () =>
            aHit({
              kind,
              title: 'â'.repeat(120),
              snippet: [{ text: long.repeat(4), match: true }],
              topics: community.topics,
            }),
          ),
        })),
        corrected: true,
        viewer: inPrivate,
        timeZone: 'Europe/Zurich',
      }),
    ],
    [
      'profile',
      meCard(
        me({ interests: Array.from({ length: 30 }, () => 'î'.repeat(40)), challenge: long }),
        Array.from({ length: 50 }, () => card),
        inPrivate,
      ),
    ],
  ])('%s still fits a message', (_what, large) => {
    expect(problemsOfCard(large, VERBS)).toEqual([]);
  });
});

describe('a community card', () => {
  it('offers what the viewer may do, and nothing else', () => {
    const titles = (over: Parameters<typeof aCommunityView>[0]) =>
      titlesOf(communityCard(aCommunityView(over), { viewer: inPrivate, personal: true }));
    expect(titles({ abilities: ableTo('join') })).toEqual(['Join', 'Practices', 'Open in Copse']);
    expect(titles({ abilities: ableTo('requestToJoin') })).toEqual(['Ask to join', 'Practices', 'Open in Copse']);
    expect(titles({ standing: 'member', abilities: ableTo('leave') })).toEqual(['Practices', 'Open in Copse', 'Leave']);
    expect(titles({ standing: 'invited', abilities: ableTo('acceptInvitation') })).toEqual([
      'Accept invitation',
      'Decline',
      'Open in Copse',
    ]);
    expect(titles({ abilities: ableTo() })).toEqual(['Practices', 'Open in Copse']);
  });

  it('says nothing about the asker where everybody reads it', () => {
    const card = communityCard(aCommunityView({ standing: 'member', abilities: ableTo('leave'), requestCount: 3 }), {
      viewer: inChannel,
      personal: false,
    });
    expect(titlesOf(card)).toEqual(['Take part', 'Practices', 'Open in Copse']);
    expect(JSON.stringify(card)).not.toContain('You are');
  });

  it('offers nobody to take part in what is closed or by invitation', () => {
    for (const over of [
      { visibility: 'by-invitation' },
      { closed: { at: '2026-03-01T09:00:00.000Z', reason: 'x' } },
    ] as const) {
      expect(titlesOf(communityCard(aCommunityView(over), { viewer: inChannel, personal: false }))).not.toContain(
        'Take part',
      );
    }
  });

  it('fetches a view of their own for the one who asked', () => {
    expect(communityCard(aCommunityView(), { viewer: inChannel, personal: false }).refresh).toMatchObject({
      action: { verb: 'show-community' },
      userIds: ['29:mara'],
    });
  });

  it('shows names and purposes as they were typed, without their marks taking effect', () => {
    const card = communityCard(
      aCommunityView({ name: '*Bold* [x](https://evil.example) {{DATE(2026-01-01)}}', purpose: '# Not a heading' }),
      { viewer: inPrivate, personal: true },
    );
    const shown = JSON.stringify(card.body);
    expect(shown).toContain('\\\\*Bold\\\\* \\\\[x\\\\](https://evil.example)');
    expect(shown).toContain('\\\\# Not a heading');
    expect(shown).not.toContain('{{DATE');
  });
});
