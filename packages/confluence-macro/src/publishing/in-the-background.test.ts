import { describe, expect, it } from 'vitest';
import { confluenceSite } from '../../test/confluence-site.ts';
import { practicePage } from '../page/practice-page.ts';
import { type Attempt, emptyQueue } from './empty-queue.ts';
import { followPage } from './page-events.ts';
import type { Outcome, PresentPage } from './publish.ts';

const attempt = (number: number): Attempt => ({
  attemptId: String(number),
  mark: {
    practiceId: `01890a5d-ac96-774b-bcce-b3020000000${number}`,
    publicationId: `01890a5d-ac96-774b-bcce-b3020000001${number}`,
  },
  spaceId: '9',
  practice: {
    title: `Practice ${number}`,
    context: '',
    body: 'Do it.',
    community: 'Guild',
    version: 1,
    signs: [],
    credits: [],
    url: `https://copse.example.com/open/practices/${number}`,
  },
});

/** A queue of the service that hands out two at a time. */
function queueOf(count: number) {
  const waiting = Array.from({ length: count }, (_, index) => attempt(index + 1));
  const reported: Record<string, Outcome> = {};
  const edits: PresentPage[] = [];
  return {
    reported,
    edits,
    edited: async (page: PresentPage) => edits.push(page) > 1,
    claim: async () => waiting.splice(0, 2),
    report: async ({ attemptId }: Attempt, outcome: Outcome) => void (reported[attemptId] = outcome),
  };
}

describe('the queue', () => {
  it('is emptied, and every outcome reported', async () => {
    const site = confluenceSite();
    const queue = queueOf(5);
    expect(await emptyQueue(site.ask, { ...queue, left: () => 60_000 })).toBe(5);
    expect(Object.values(queue.reported).every(({ ok }) => ok)).toBe(true);
    expect(site.pages()).toHaveLength(5);
  });

  it('is left when the time is up: nothing is begun that could not be ended', async () => {
    const site = confluenceSite();
    const queue = queueOf(5);
    const times = [60_000, 60_000, 3000];
    expect(await emptyQueue(site.ask, { ...queue, left: () => times.shift() ?? 0 })).toBe(1);
    expect(site.pages()).toHaveLength(1);
  });

  it('goes on behind a page that cannot be written', async () => {
    const site = confluenceSite();
    site.put('50', { title: 'Practice 1', value: '{}' });
    const queue = queueOf(3);
    expect(await emptyQueue(site.ask, { ...queue, left: () => 60_000 })).toBe(2);
    expect(queue.reported['1']).toEqual({ ok: false, failure: 'title-taken' });
  });

  it('asks the service about what somebody wrote meanwhile, and writes over it only when told to', async () => {
    const site = confluenceSite();
    site.put('1', { title: 'Practice 1', value: JSON.stringify({ type: 'doc', content: [] }) });
    const onPage = { ...attempt(1), page: { id: '1', version: 8 } };
    const claims = [[onPage], [onPage]];
    const queue = { ...queueOf(0), claim: async () => claims.shift() ?? [] };

    expect(await emptyQueue(site.ask, { ...queue, left: () => 60_000 })).toBe(1);
    expect(queue.edits).toMatchObject([{ version: 1 }, { version: 1 }]);
    expect(queue.reported['1']).toMatchObject({ ok: true, value: { page: { version: 2, body: 'Do it.' } } });
  });

  it('waits as long as Confluence asks for, with all that was taken', async () => {
    const site = confluenceSite();
    site.instead = () => ({ status: 429, body: {}, retryAfter: '40' });
    const queue = queueOf(4);
    expect(await emptyQueue(site.ask, { ...queue, left: () => 60_000 })).toBe(0);
    const waits = { ok: false, failure: 'too-many-requests', retryAfterSeconds: 40 };
    expect(queue.reported).toEqual({ 1: waits, 2: waits });
    expect(site.asked).toHaveLength(1);
  });
});

describe('what people do to pages', () => {
  const { practice } = attempt(1);
  const follow = async (site: ReturnType<typeof confluenceSite>, event: unknown) => {
    const edits: PresentPage[] = [];
    const gone: string[] = [];
    await followPage(
      { ask: site.ask, edited: async (page) => void edits.push(page), gone: async (id) => void gone.push(id) },
      event,
    );
    return { edits, gone };
  };
  const updated = (id: unknown) => ({ eventType: 'avi:confluence:updated:page', content: { id, type: 'page' } });
  const siteWith = (change: object) => {
    const site = confluenceSite();
    site.put('1', { title: practice.title, value: JSON.stringify(practicePage(practice)), ...change });
    return site;
  };

  it('to a page of ours is told with all that it says now', async () => {
    expect(await follow(siteWith({}), updated('1'))).toEqual({
      edits: [expect.objectContaining({ pageId: '1', version: 1, body: 'Do it.', author: 'someone' })],
      gone: [],
    });
    expect((await follow(siteWith({}), updated(1))).edits).toHaveLength(1);
  });

  it('to any other page stays in Confluence', async () => {
    const other = siteWith({ value: JSON.stringify({ type: 'doc', content: [] }) });
    expect(await follow(other, updated('1'))).toEqual({ edits: [], gone: [] });
  });

  it('to a page of ours without our panel is told too: the page is marked', async () => {
    const value = attempt(1).mark;
    const marked = siteWith({
      value: JSON.stringify({ type: 'doc', content: [] }),
      properties: [{ id: '1', key: 'copse-practice', value, version: { number: 1 } }],
    });
    expect((await follow(marked, updated('1'))).edits).toEqual([expect.objectContaining({ body: '' })]);
  });

  it.each(['trashed', 'deleted'])('that is %s is told by its number alone', async (what) => {
    const site = siteWith({});
    expect(await follow(site, { eventType: `avi:confluence:${what}:page`, content: { id: '1' } })).toEqual({
      edits: [],
      gone: ['1'],
    });
    expect(site.asked).toEqual([]);
  });

  it('to a page that somebody called a practice’s by hand stays in Confluence, too', async () => {
    const { practiceId } = attempt(1).mark;
    const named = siteWith({
      value: JSON.stringify({ type: 'doc', content: [] }),
      properties: [{ id: '1', key: 'copse-practice', value: { practiceId }, version: { number: 1 } }],
    });
    expect(await follow(named, updated('1'))).toEqual({ edits: [], gone: [] });
  });

  it('that nobody may read any more is gone, and that the app may not read is left alone', async () => {
    expect((await follow(confluenceSite(), updated('1'))).gone).toEqual(['1']);
    const closed = siteWith({});
    closed.instead = () => ({ status: 403, body: {} });
    expect(await follow(closed, updated('1'))).toEqual({ edits: [], gone: [] });
  });

  it.each([undefined, null, 'x', {}, updated(undefined), updated('../me'), { eventType: 5, content: { id: '1' } }])(
    'and no other event, such as %j, asks anything',
    async (event) => {
      const site = siteWith({});
      expect(await follow(site, event)).toEqual({ edits: [], gone: [] });
      expect(site.asked).toEqual([]);
    },
  );
});
