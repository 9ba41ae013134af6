import type { PublicationAttempt } from '@copse/core/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { confluenceSite } from '../../test/confluence-site.ts';
import { id } from '../../test/views.ts';
import { pageChanged, publishQueued } from './handlers.ts';

type Sent = { readonly path: string; readonly body: unknown };
type Target = { readonly type: string; readonly provider?: string };

const attempt: PublicationAttempt = {
  id: id(80),
  publicationId: id(81),
  practiceId: id(21),
  cloudId: 'cloud',
  spaceId: '9',
  until: '2026-11-28T12:00:00.000Z',
  practice: {
    version: 3,
    title: 'Keyboard walk-through',
    context: '',
    body: 'Unplug the mouse.',
    topics: [],
    life: 'in-use',
    reviewBy: '2027-01-15',
    teamCount: 7,
    endorsementCount: 1,
    community: { id: id(1), name: 'Accessibility guild' },
    owner: { name: 'Mara Vogel' },
    credits: [{ name: 'Jonas Keller', credit: 'reviewer' }],
    keptFrom: { id: id(31), title: 'How do I test?' },
  },
};

/** Plays Forge's runtime: the site answers as Confluence, the service with what `answer` says. Keeps what was sent. */
function forge(answer: (path: string) => unknown) {
  const site = confluenceSite();
  const sent: Sent[] = [];
  const as = new Set<string | undefined>();
  type Init = { method: string; body?: string };
  Object.assign(globalThis, {
    __forge_runtime__: { appContext: {}, proxy: {}, metrics: {} },
    __forge_fetch__: async ({ type, provider }: Target, path: string, { method, body }: Init) => {
      const given: unknown = body === undefined ? undefined : JSON.parse(body);
      if (type !== 'fpp') {
        sent.push({ path: path.replace('/api/v1', ''), body: given });
        return new Response(JSON.stringify(answer(path.replace('/api/v1', ''))));
      }
      as.add(provider);
      const reply = await site.ask(method as 'GET', path, given as object | undefined);
      if (!reply) throw new TypeError('fetch failed');
      const headers = reply.retryAfter ? { 'retry-after': reply.retryAfter } : {};
      return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
    },
  });
  return { site, sent, as };
}
const once = <Value>(first: Value, otherwise: Value) => {
  const values = [first];
  return () => values.shift() ?? otherwise;
};

afterEach(() => {
  Object.assign(globalThis, { __forge_runtime__: undefined, __forge_fetch__: undefined });
});

describe('every five minutes', () => {
  it('what was queued becomes a page, written by the app, and the service hears of it', async () => {
    const claims = once({ attempts: [attempt] }, { attempts: [] });
    const { site, sent, as } = forge((path) => (path === '/publications/claim' ? claims() : {}));
    await publishQueued();

    expect([...as]).toEqual(['app']);
    expect(site.pages()[0]?.properties[0]?.value).toEqual({ practiceId: id(21), publicationId: id(81) });
    expect(site.pages()[0]?.value).toMatch(/Jonas Keller \(reviewer\)/u);
    expect(site.pages()[0]?.value).toMatch(
      /In use, 1 endorsement, used by 7 teams, review by 15 January 2027, kept by Mara Vogel/u,
    );
    expect(sent).toContainEqual({
      path: `/publications/attempts/${id(80)}/outcome`,
      body: {
        pageId: '1',
        version: 1,
        path: '/wiki/spaces/X/pages/1',
        text: { title: 'Keyboard walk-through', context: '', body: 'Unplug the mouse.' },
      },
    });
  });

  it('a failure is told with its name, and how long Confluence asks to wait', async () => {
    const claims = once({ attempts: [attempt] }, { attempts: [] });
    const { site, sent } = forge((path) => (path === '/publications/claim' ? claims() : {}));
    site.instead = () => ({ status: 429, body: {}, retryAfter: '12' });
    await publishQueued();

    expect(sent.at(-1)?.body).toEqual({ failure: 'too-many-requests', retryAfterSeconds: 12 });
  });

  it.each([
    ['never marked', [], 'Salaries', { failure: 'not-allowed-there' }],
    ['marked by hand, for a practice', [{ practiceId: id(21) }], 'Salaries', { failure: 'not-allowed-there' }],
    [
      'marked for this publication',
      [{ practiceId: id(21), publicationId: id(81) }],
      attempt.practice.title,
      { version: 2 },
    ],
  ])('a page that was %s: the app writes only where whoever asked was allowed to', async (_how, marks, title, told) => {
    const claims = once({ attempts: [{ ...attempt, pageId: '50', expectedVersion: 1 }] }, { attempts: [] });
    const { site, sent } = forge((path) => (path === '/publications/claim' ? claims() : {}));
    const properties = marks.map((value) => ({ id: '1', key: 'copse-practice', value, version: { number: 1 } }));
    site.put('50', { title: 'Salaries', value: JSON.stringify({ type: 'doc', content: [] }), properties });
    await publishQueued();
    expect(site.pages()).toMatchObject([{ title }]);
    expect(sent.find(({ path }) => path.endsWith('/outcome'))?.body).toMatchObject(told);
  });

  it('an outage of either side ends the run in peace', async () => {
    const { sent } = forge(() => {
      throw new TypeError('fetch failed');
    });
    await publishQueued();
    expect(sent).toHaveLength(1);
  });
});

describe('after a page was changed', () => {
  const claims = () => once({ attempts: [attempt] }, { attempts: [] });

  it('what it says now goes to the service, and nothing of other pages', async () => {
    const take = claims();
    const { site, sent } = forge((path) => (path === '/publications/claim' ? take() : { became: 'taken-back' }));
    await publishQueued();
    site.put('2', { title: 'Secret', value: JSON.stringify({ type: 'doc', content: [] }) });
    sent.length = 0;

    for (const pageId of ['1', '2']) {
      await pageChanged({ eventType: 'avi:confluence:updated:page', content: { id: pageId } });
    }
    expect(sent).toEqual([
      {
        path: '/publications/pages/1/edits',
        body: {
          version: 1,
          title: 'Keyboard walk-through',
          context: '',
          body: 'Unplug the mouse.',
          accountId: 'someone',
        },
      },
    ]);
  });

  it('a deleted page is told by its number', async () => {
    const { sent } = forge(() => ({}));
    await pageChanged({ eventType: 'avi:confluence:deleted:page', content: { id: '77' } });
    expect(sent).toEqual([{ path: '/publications/pages/77/gone', body: {} }]);
  });
});
