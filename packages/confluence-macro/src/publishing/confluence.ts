import { PAGE_PROPERTY, propertiesOf, readPagePractice } from '../settings/page-practice.ts';
import type { reportedFailures } from '@copse/core/vocabulary';
import type { AdfNode } from '../export/adf.ts';

/** What Confluence answered; nothing when it did not answer in time. */
export type Reply =
  | { readonly status: number; readonly body: unknown; readonly retryAfter?: string | undefined }
  | undefined;

/** One request to the REST API of the site, as whoever the caller is allowed to be. Never throws. */
export type AskConfluence = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Reply>;

/** Why Confluence did not do it, in words of ours. */
export type PageFailure = Exclude<(typeof reportedFailures)[number], 'given-up'>;

export type Failed = { readonly ok: false; readonly failure: PageFailure; readonly retryAfterSeconds?: number };
export type Done<Value> = { readonly ok: true; readonly value: Value } | Failed;

/** A page as it stands. */
export type Page = {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly version: number;
  readonly document: unknown;
  /** The Atlassian account of whoever wrote this version. */
  readonly author: string | undefined;
  /** The address under the site's own. */
  readonly path: string;
};

const PAGES = '/wiki/api/v2/pages';
const onePage = (id: string) => `${PAGES}/${encodeURIComponent(id)}`;
const AS_ADF = 'body-format=atlas_doc_format';

export async function readPage(ask: AskConfluence, id: string): Promise<Done<Page>> {
  return pageOf(await ask('GET', `${onePage(id)}?${AS_ADF}`));
}

/** The page of a space with exactly this title. Titles are unique within a space. */
export async function findPage(
  ask: AskConfluence,
  { spaceId, title }: { readonly spaceId: string; readonly title: string },
): Promise<Done<Page | undefined>> {
  const query = new URLSearchParams({ 'space-id': spaceId, title, status: 'current', limit: '1' });
  const reply = await ask('GET', `${PAGES}?${query.toString()}&${AS_ADF}`);
  const failed = failureOf(reply);
  if (failed) return failed;
  const { results } = record(reply?.body);
  const [first] = Array.isArray(results) ? (results as unknown[]) : [];
  return { ok: true, value: first === undefined ? undefined : readBody(first) };
}

export type NewPage = { readonly title: string; readonly document: AdfNode };

export async function createPage(ask: AskConfluence, spaceId: string, page: NewPage): Promise<Done<Page>> {
  return pageOf(await ask('POST', PAGES, { spaceId, status: 'current', ...written(page) }));
}

/** Writes over exactly the version that was read: when somebody was faster, this fails with `edited-meanwhile`. */
export async function updatePage(
  ask: AskConfluence,
  {
    id,
    version,
    message,
    ...page
  }: NewPage & { readonly id: string; readonly version: number; readonly message: string },
): Promise<Done<Page>> {
  const next = { number: version + 1, message };
  return pageOf(await ask('PUT', onePage(id), { id, status: 'current', ...written(page), version: next }));
}

const written = ({ title, document }: NewPage) => ({
  title,
  body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
});

export type Mark = { readonly practiceId: string; readonly publicationId: string };

/** Lets the page say which practice it publishes. Tells whether it says so now; the page is published without it, too. */
export async function markPage(ask: AskConfluence, pageId: string, mark: Mark): Promise<boolean> {
  const known = await ask('GET', `${propertiesOf(pageId)}?key=${PAGE_PROPERTY}`);
  const found = known?.status === 200 ? readPagePractice(known.body) : undefined;
  const { practiceId, publicationId } = mark;
  if (found?.practiceId === practiceId && found.publicationId === publicationId) return true;
  const property = { key: PAGE_PROPERTY, value: { practiceId, publicationId } };
  const reply = found
    ? await ask('PUT', propertiesOf(pageId, found.propertyId), { ...property, version: { number: found.version + 1 } })
    : await ask('POST', propertiesOf(pageId), property);
  return failureOf(reply) === undefined;
}

/** Whether the page says that it is the one of this publication. */
export async function isMarked(
  ask: AskConfluence,
  pageId: string,
  { practiceId, publicationId }: Mark,
): Promise<boolean> {
  const reply = await ask('GET', `${propertiesOf(pageId)}?key=${PAGE_PROPERTY}`);
  const found = reply?.status === 200 ? readPagePractice(reply.body) : undefined;
  return found?.practiceId === practiceId && found.publicationId === publicationId;
}

function pageOf(reply: Reply): Done<Page> {
  const failed = failureOf(reply);
  if (failed) return failed;
  const page = readBody(reply?.body);
  if (!page) return { ok: false, failure: 'not-understood' };
  return record(reply?.body)['status'] === 'trashed' ? { ok: false, failure: 'page-gone' } : { ok: true, value: page };
}

function readBody(body: unknown): Page | undefined {
  const { id, title, spaceId, version, body: content, _links } = record(body);
  const { number, authorId } = record(version);
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof number !== 'number') return undefined;
  const webui = record(_links)['webui'];
  return {
    id: String(id),
    title: typeof title === 'string' ? title : '',
    spaceId: typeof spaceId === 'string' || typeof spaceId === 'number' ? String(spaceId) : '',
    version: number,
    document: parsed(record(record(content)['atlas_doc_format'])['value']),
    author: typeof authorId === 'string' ? authorId : undefined,
    path:
      typeof webui === 'string' && webui.startsWith('/')
        ? `/wiki${webui}`
        : `/wiki/pages/viewpage.action?pageId=${String(id)}`,
  };
}

function failureOf(reply: Reply): Failed | undefined {
  if (!reply) return { ok: false, failure: 'confluence-unavailable' };
  const { status, retryAfter, body } = reply;
  if (status >= 200 && status < 300) return undefined;
  if (status === 429) return { ok: false, failure: 'too-many-requests', ...waiting(retryAfter) };
  if (status >= 500) return { ok: false, failure: 'confluence-unavailable', ...waiting(retryAfter) };
  // The only request that Confluence calls wrong for what stands on the site, and not in the request.
  if (status === 400 && /title/iu.test(JSON.stringify(body) ?? '')) return { ok: false, failure: 'title-taken' };
  return { ok: false, failure: byStatus[status] ?? 'not-understood' };
}

const byStatus: Readonly<Record<number, PageFailure>> = {
  401: 'not-allowed-there',
  403: 'not-allowed-there',
  404: 'page-gone',
  409: 'edited-meanwhile',
  413: 'too-large',
};

const LONGEST_WAIT_S = 3600;

/** Seconds only: Atlassian does not send dates. */
function waiting(retryAfter: string | undefined): { retryAfterSeconds?: number } {
  const seconds = Number(retryAfter);
  if (!retryAfter || !Number.isFinite(seconds) || seconds < 0) return {};
  return { retryAfterSeconds: Math.min(LONGEST_WAIT_S, Math.ceil(seconds)) };
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
