import { afterEach, describe, expect, it } from 'vitest';
import { adfProblems, wordsOf } from '../../test/adf-schema.ts';
import {
  aCommunity,
  aCommunityCard,
  aPractice,
  aPracticeCard,
  aQuestion,
  aQuestionCard,
  id,
} from '../../test/views.ts';
import {
  exportAsk,
  exportCommunity,
  exportDirectory,
  exportMentors,
  exportPractices,
  exportQuestions,
  practiceByline,
} from './handlers.ts';

type Call = { readonly target: unknown; readonly path: string };

/** Plays Forge's runtime: the two globals that its own packages look for. Answers what the service would send. */
function forge(answer: (path: string, query: URLSearchParams) => Response | Promise<Response>) {
  const calls: Call[] = [];
  Object.assign(globalThis, {
    __forge_runtime__: { appContext: {}, proxy: {}, metrics: {} },
    __forge_fetch__: async (target: unknown, path: string) => {
      calls.push({ target, path });
      const url = new URL(path, 'https://service.invalid');
      return answer(url.pathname.replace('/api/v1', ''), url.searchParams);
    },
  });
  return calls;
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const refused = (status: number, reason: string) => json({ reason, status, title: 'No' }, status);

afterEach(() => {
  Object.assign(globalThis, { __forge_runtime__: undefined, __forge_fetch__: undefined });
});

describe('an export asks the service through Forge Remote', () => {
  it('for the community in the settings of a PDF', async () => {
    const calls = forge(() => json(aCommunity()));
    const document = await exportCommunity({
      exportType: 'pdf',
      context: { content: { id: '1' } },
      extensionPayload: { config: { communityId: id(1), show: 'full' } },
    });

    expect(calls).toEqual([{ target: { type: 'frc', remote: 'copse-service' }, path: `/api/v1/communities/${id(1)}` }]);
    expect(wordsOf(document)).toContain('Nobody should need a favour');
    expect(adfProblems(document)).toEqual([]);
  });

  it('for the practice in the settings of a Word file, which stand elsewhere', async () => {
    const calls = forge(() => json(aPractice()));
    const document = await exportPractices({ exportType: 'word', context: { config: { practiceId: id(21) } } });

    expect(calls.map(({ path }) => path)).toEqual([`/api/v1/practices/${id(21)}`]);
    expect(wordsOf(document)).toContain('Unplug the mouse');
  });

  it('for what a pasted link points at', async () => {
    const calls = forge(() => json(aCommunity()));
    await exportCommunity({
      exportType: 'other',
      extensionPayload: { autoConvertLink: `https://copse.example.com/open/communities/${id(1)}` },
    });

    expect(calls.map(({ path }) => path)).toEqual([`/api/v1/communities/${id(1)}`]);
  });

  it('for all communities where mentors are to stand and none is chosen, as on the page', async () => {
    forge((path) =>
      path === '/communities' ? json({ items: [aCommunityCard()] }) : refused(404, 'no-such-community'),
    );
    const document = await exportMentors({ context: { space: { id: '7' } } });

    expect(wordsOf(document)).toContain(aCommunityCard().name);
    expect(adfProblems(document)).toEqual([]);
  });

  it('for the community of the space when nothing is configured', async () => {
    const calls = forge(() => json(aCommunity()));
    const document = await exportCommunity({ exportType: 'word', context: { space: { id: 555 } } });

    expect(calls.map(({ path }) => path)).toEqual(['/api/v1/communities/at?kind=confluence-space&externalId=555']);
    expect(wordsOf(document)).toContain('Accessibility guild');
  });

  it('for the directory when even the space has none', async () => {
    forge((path) =>
      path === '/communities/at' ? refused(404, 'no-such-community') : json({ items: [aCommunityCard()] }),
    );
    expect(wordsOf(await exportCommunity({ context: { space: { id: '555' } } }))).toContain('Communities');
    expect(wordsOf(await exportCommunity(undefined))).toContain('Accessibility guild');
  });

  it('page by page, and stops where paper ends', async () => {
    const calls = forge((_path, query) => {
      const page = Number(query.get('cursor') ?? 0);
      return json({
        items: [aCommunityCard({ id: id(page), name: `Community ${page}` })],
        nextCursor: String(page + 1),
      });
    });
    const document = await exportDirectory({ extensionPayload: { config: { topic: 'safety' } } });

    expect(calls).toHaveLength(4);
    expect(calls[0]?.path).toContain('topic=safety');
    expect(wordsOf(document)).toMatch(/Community 3[\s\S]*more communities than fit/u);
  });

  it('and keeps what it has when a later page fails', async () => {
    forge((_path, query) =>
      query.has('cursor') ? refused(503, 'unexpected') : json({ items: [aPracticeCard()], nextCursor: 'next' }),
    );
    expect(wordsOf(await exportPractices({}))).toMatch(/Keyboard walk-through[\s\S]*more practices than fit/u);
  });
});

describe('an export of questions', () => {
  it('shows those of the space’s community', async () => {
    const calls = forge((path) => json(path === '/communities/at' ? aCommunity() : { items: [aQuestionCard()] }));
    const document = await exportQuestions({ context: { space: { id: 555 } } });

    expect(calls.at(-1)?.path).toContain(`/questions?communityId=${id(1)}`);
    expect(wordsOf(document)).toContain('Questions in Accessibility guild');
  });

  it('shows the one whose link was pasted', async () => {
    const calls = forge(() => json(aQuestion()));
    const autoConvertLink = `https://copse.example.com/open/questions/${id(31)}`;
    const document = await exportQuestions({ extensionPayload: { autoConvertLink } });

    expect(calls.map(({ path }) => path)).toEqual([`/api/v1/questions/${id(31)}`]);
    expect(wordsOf(document)).toContain('live region');
  });

  it('says why there is none', async () => {
    forge(() => refused(404, 'no-such-question'));
    const autoConvertLink = `https://copse.example.com/open/questions/${id(31)}`;
    expect(wordsOf(await exportQuestions({ extensionPayload: { autoConvertLink } }))).toContain('may not see');
  });

  it('turns the ask button into the way to ask, even where the community is not shown', async () => {
    const payload = { extensionPayload: { config: { communityId: id(1) } } };
    forge(() => json(aCommunity()));
    expect(wordsOf(await exportAsk(payload))).toContain('Ask Accessibility guild');
    forge(() => refused(404, 'no-such-community'));
    expect(wordsOf(await exportAsk(payload))).toContain('Ask the community in Teams');
  });
});

describe('the line under a page’s title', () => {
  const property = { id: '9', key: 'copse-practice', value: { practiceId: id(21) }, version: { number: 1 } };
  const page = { extension: { content: { id: '65601', type: 'page' } } };
  const onPage = (properties: readonly object[], practice: () => Response) =>
    forge((path) => (path.startsWith('/wiki/') ? json({ results: properties }) : practice()));

  it('says how far the practice can be trusted, asked as the reader', async () => {
    const calls = onPage([property], () => json(aPractice({ teamCount: 7, reviewBy: '2999-03-01' })));
    const { title, tooltip } = await practiceByline(page);

    expect(title).toBe('Practice: in use, review due March 2999, 7 teams use it');
    expect(tooltip).toBe('Keyboard walk-through before every release. Accessibility guild, kept by Mara Vogel.');
    expect(calls[0]).toEqual({
      target: { type: 'fpp', provider: 'user', remote: 'confluence' },
      path: '/wiki/api/v2/pages/65601/properties?key=copse-practice',
    });
  });

  it.each<[string, readonly object[], () => Response]>([
    ['whoever may not see the practice', [property], () => refused(404, 'no-such-practice')],
    ['a service that is down', [property], () => new Response('<html>', { status: 502 })],
    ['a page without a practice', [], () => json(aPractice())],
    ['a property that somebody broke', [{ ...property, value: { practiceId: '../me' } }], () => json(aPractice())],
  ])('says nothing but «Practice» for %s', async (_whom, properties, practice) => {
    onPage(properties, practice);
    expect((await practiceByline(page)).title).toBe('Practice');
  });

  it('never fails, whatever it is called with', async () => {
    forge(() => Promise.reject(new TypeError('fetch failed')));
    for (const payload of [undefined, null, 'x', {}, page]) {
      expect((await practiceByline(payload)).title).toBe('Practice');
    }
  });
});

describe('an export that gets nothing still says something', () => {
  const config = { extensionPayload: { config: { communityId: id(1) } } };

  it.each([
    ['the site is not linked', () => refused(403, 'site-not-linked'), 'not linked to Copse yet'],
    ['its reader may not see it', () => refused(404, 'no-such-community'), 'may not see'],
    ['nobody is signed in', () => refused(401, 'not-signed-in'), 'depends on who reads it'],
    ['the service is down', () => new Response('<html>', { status: 502 }), 'could not be reached'],
    ['the network is down', () => Promise.reject(new TypeError('fetch failed')), 'could not be reached'],
  ])('when %s', async (_why, answer, words) => {
    forge(answer);
    const document = await exportCommunity(config);

    expect(wordsOf(document)).toContain(words);
    expect(adfProblems(document)).toEqual([]);
  });

  it('and never shows more than a reason of what was refused', async () => {
    forge(() => json({ reason: 'no-such-community', detail: 'Secret circle', title: 'Secret circle' }, 404));
    expect(JSON.stringify(await exportCommunity(config))).not.toContain('Secret circle');
  });
});
