import { describe, expect, it } from 'vitest';
import { confluenceSite } from '../../test/confluence-site.ts';
import { paragraph, text } from '../export/adf.ts';
import { type PagePractice, practicePage } from '../page/practice-page.ts';
import { PAGE_PROPERTY } from '../settings/page-practice.ts';
import type { PageFailure, Reply } from './confluence.ts';
import { publish, type Publishing } from './publish.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const publicationId = '01890a5d-ac96-774b-bcce-b302099a8058';
const practice: PagePractice = {
  title: 'Keyboard walk-through',
  context: 'Teams without a tester.',
  body: '1. Unplug the mouse\n2. Watch',
  community: 'Accessibility guild',
  version: 1,
  signs: [],
  credits: [],
  url: `https://copse.example.com/open/practices/${id}#${publicationId}`,
};
const publishing: Publishing = { mark: { practiceId: id, publicationId }, practice, spaceId: '9' };
const next: PagePractice = { ...practice, body: '1. Unplug the mouse\n2. Watch closely', version: 2 };
const onPage = (of: PagePractice, version: number): Publishing => ({
  ...publishing,
  practice: of,
  page: { id: '1', version },
});
/** The page after a person wrote a line at its end. */
const withLine = (of: PagePractice, words: string) => {
  const page = practicePage(of);
  return JSON.stringify({ ...page, content: [...(page.content ?? []), paragraph(...text(words))] });
};

describe('a practice that is published', () => {
  it('becomes a page that says which practice it publishes', async () => {
    const site = confluenceSite();
    const done = await publish(site.ask, publishing);

    expect(done).toMatchObject({
      ok: true,
      value: { page: { pageId: '1', version: 1, title: practice.title, body: practice.body } },
    });
    expect(site.pages()[0]?.properties[0]).toMatchObject({
      key: PAGE_PROPERTY,
      value: { practiceId: id, publicationId },
    });
  });

  it('gets its next version onto the same page', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    const done = await publish(site.ask, onPage(next, 1));

    expect(done).toMatchObject({ ok: true, value: { page: { version: 2, body: next.body } } });
    expect(site.pages()).toHaveLength(1);
  });

  it('never writes over what somebody wrote meanwhile, and hands it back', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    site.put('1', { value: withLine(practice, 'Mine.') });
    const done = await publish(site.ask, onPage(next, 1));

    expect(done).toMatchObject({ ok: false, failure: 'edited-meanwhile', present: { version: 2, author: 'someone' } });
    expect(JSON.stringify(done)).toContain('Mine.');
    expect(site.pages()[0]?.value).toContain('Mine.');
  });

  it('hands back what somebody wrote between reading and writing', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    site.instead = ({ method }) => {
      if (method === 'PUT') site.put('1', { value: withLine(practice, 'In between.') });
      return undefined;
    };
    expect(await publish(site.ask, onPage(next, 1))).toMatchObject({
      failure: 'edited-meanwhile',
      present: { version: 2, body: `${practice.body}\n\nIn between.` },
    });
  });

  it('leaves alone a page of the same name that is not its own', async () => {
    const site = confluenceSite();
    site.put('7', { title: practice.title, value: JSON.stringify({ type: 'doc', content: [] }) });
    expect(await publish(site.ask, publishing)).toEqual({ ok: false, failure: 'title-taken' });
    expect(site.pages()[0]).toMatchObject({ version: 1 });
  });

  it('leaves alone what is left of an earlier publication of the same practice', async () => {
    const site = confluenceSite();
    await publish(site.ask, { ...publishing, practice: { ...practice, url: practice.url.replace(publicationId, id) } });
    expect(await publish(site.ask, publishing)).toEqual({ ok: false, failure: 'title-taken' });
  });

  it('cannot be published into a space that is not there', async () => {
    const site = confluenceSite();
    site.instead = ({ method }) => (method === 'POST' ? { status: 404, body: {} } : undefined);
    expect(await publish(site.ask, publishing)).toEqual({ ok: false, failure: 'not-allowed-there' });
  });
});

describe('a try whose outcome was lost', () => {
  it('after the page was created makes no second page', async () => {
    const site = confluenceSite();
    site.instead = ({ method, path }) => (method === 'POST' && !path.includes('properties') ? 'lost' : undefined);
    expect(await publish(site.ask, publishing)).toEqual({ ok: false, failure: 'confluence-unavailable' });

    site.instead = () => undefined;
    expect(await publish(site.ask, publishing)).toMatchObject({
      ok: true,
      value: { page: { pageId: '1', version: 1 } },
    });
    expect(site.pages()).toHaveLength(1);
    expect(site.pages()[0]?.properties).toHaveLength(1);
  });

  it('and after which somebody edited the page keeps both: what was published, and the edit', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    site.put('1', { value: withLine(practice, 'Mine.') });

    expect(await publish(site.ask, publishing)).toMatchObject({
      ok: true,
      value: {
        page: { version: 1, body: practice.body },
        editedSince: { version: 2, body: `${practice.body}\n\nMine.` },
      },
    });
    expect(site.pages()).toHaveLength(1);
  });

  it('and after which the practice went on is written over the page that nobody touched', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    expect(await publish(site.ask, { ...publishing, practice: next })).toMatchObject({
      ok: true,
      value: { page: { pageId: '1', version: 2, body: next.body } },
    });
  });

  it('and after which both went on is left for a person', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    site.put('1', { value: withLine(practice, 'Mine.') });
    expect(await publish(site.ask, { ...publishing, practice: next })).toEqual({ ok: false, failure: 'title-taken' });
    expect(site.pages()[0]?.value).toContain('Mine.');
  });

  it('after the page was written is taken for written', async () => {
    const site = confluenceSite();
    await publish(site.ask, publishing);
    site.instead = ({ method }) => (method === 'PUT' ? 'lost' : undefined);
    expect(await publish(site.ask, onPage(next, 1))).toMatchObject({ failure: 'confluence-unavailable' });

    site.instead = () => undefined;
    expect(await publish(site.ask, onPage(next, 1))).toMatchObject({ ok: true, value: { page: { version: 2 } } });
    expect(site.pages()[0]?.version).toBe(2);
  });
});

describe('what Confluence refuses has a name', () => {
  const refusing = (reply: Reply) => async () => reply;

  it.each<[string, Reply, PageFailure, number?]>([
    ['a page that was deleted', { status: 404, body: {} }, 'page-gone'],
    ['a page in the trash', { status: 200, body: { id: '1', status: 'trashed', version: { number: 2 } } }, 'page-gone'],
    ['no right to write', { status: 403, body: {} }, 'not-allowed-there'],
    ['a session that ended', { status: 401, body: {} }, 'not-allowed-there'],
    ['too many requests', { status: 429, body: {}, retryAfter: '30' }, 'too-many-requests', 30],
    ['too many, without a time', { status: 429, body: {}, retryAfter: 'soon' }, 'too-many-requests'],
    ['an outage', { status: 503, body: '<html>', retryAfter: '999999' }, 'confluence-unavailable', 3600],
    ['no answer at all', undefined, 'confluence-unavailable'],
    ['a page that is too large', { status: 413, body: {} }, 'too-large'],
    [
      'a request that it does not understand',
      { status: 400, body: { errors: [{ detail: 'Invalid body' }] } },
      'not-understood',
    ],
    ['an answer that is none', { status: 200, body: 'x' }, 'not-understood'],
  ])('%s', async (_what, reply, failure, retryAfterSeconds) => {
    expect(await publish(refusing(reply), onPage(next, 1))).toEqual({
      ok: false,
      failure,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    });
  });
});
