import { organisation } from '../organisation.ts';
import type { DocumentNode, PageProperty, WikiPage } from '../scene.ts';
import { accountOf, documentOf, type Site, versionOf, type Writer } from './site.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface ApiReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Asked {
  readonly site: Site;
  readonly writer: Writer;
  readonly match: RegExpExecArray;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
const problem = (status: number, title: string): ApiReply => ({
  status,
  body: { errors: [{ status, code: title.toUpperCase().replaceAll(/\W+/g, '_'), title }] },
});

/**
 * The small part of Confluence's REST API (version 2) that the app uses, over the pages of the workbench: pages with
 * bodies in the Atlassian document format, the version check with its 409, titles that are unique, content properties.
 */
export function productApi(site: Site, writer: Writer, { method, path, body }: ApiRequest): ApiReply {
  const url = new URL(path, 'https://site.invalid');
  for (const [verb, pattern, answer] of routes) {
    const match = verb === method.toUpperCase() ? pattern.exec(url.pathname) : null;
    if (match) return answer({ site, writer, match, query: url.searchParams, body: read(body) });
  }
  return problem(404, 'Not Found');
}

const routes: readonly (readonly [string, RegExp, (asked: Asked) => ApiReply])[] = [
  ['GET', /^\/wiki\/api\/v2\/pages$/, listPages],
  ['POST', /^\/wiki\/api\/v2\/pages$/, createPage],
  ['GET', /^\/wiki\/api\/v2\/pages\/(\d+)$/, (asked) => onPage(asked, (page) => shown(page))],
  ['PUT', /^\/wiki\/api\/v2\/pages\/(\d+)$/, (asked) => onPage(asked, (page) => updatePage(asked, page))],
  ['GET', /^\/wiki\/api\/v2\/pages\/(\d+)\/properties$/, (asked) => onPage(asked, (page) => properties(asked, page))],
  ['POST', /^\/wiki\/api\/v2\/pages\/(\d+)\/properties$/, (asked) => onPage(asked, (page) => setProperty(asked, page))],
  [
    'PUT',
    /^\/wiki\/api\/v2\/pages\/(\d+)\/properties\/(\w+)$/,
    (asked) => onPage(asked, (page) => setProperty(asked, page)),
  ],
  [
    'DELETE',
    /^\/wiki\/api\/v2\/pages\/(\d+)\/properties\/(\w+)$/,
    (asked) => onPage(asked, (page) => dropProperty(asked, page)),
  ],
];

function read(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return record(body);
  try {
    return record(JSON.parse(body));
  } catch {
    return {};
  }
}

function onPage({ site, match }: Asked, answer: (page: WikiPage) => ApiReply): ApiReply {
  const page = site.page(match[1] ?? '');
  return page ? answer(page) : problem(404, 'Not Found');
}

const shown = (page: WikiPage): ApiReply => ({ status: 200, body: view(page) });

const view = (page: WikiPage) => ({
  id: page.id,
  status: page.trashed ? 'trashed' : 'current',
  title: page.title,
  spaceId: organisation.space.id,
  version: { number: versionOf(page), createdAt: page.updatedAt, authorId: accountOf(page.updatedBy) },
  body: {
    atlas_doc_format: {
      representation: 'atlas_doc_format',
      value: JSON.stringify({ version: 1, ...documentOf(page) }),
    },
  },
  _links: { webui: `/spaces/${organisation.space.key}/pages/${page.id}`, base: `${organisation.siteUrl}/wiki` },
});

function listPages({ site, query }: Asked): ApiReply {
  const [title, space] = [query.get('title'), query.get('space-id')];
  const found = site.pages().filter((page) => title === null || page.title === title);
  const limit = Math.min(250, Number(query.get('limit') ?? 25));
  return {
    status: 200,
    body: { results: space === null || space === organisation.space.id ? found.slice(0, limit).map(view) : [] },
  };
}

/** The document of a request, or what is wrong with it. */
function documentIn(body: Record<string, unknown>): DocumentNode | undefined {
  const { representation, value } = record(body['body']);
  if (representation !== 'atlas_doc_format' || typeof value !== 'string') return undefined;
  try {
    const document = JSON.parse(value) as DocumentNode;
    return document.type === 'doc' ? document : undefined;
  } catch {
    return undefined;
  }
}

function createPage({ site, writer, body }: Asked): ApiReply {
  const { spaceId, title } = body;
  const document = documentIn(body);
  if (String(spaceId) !== organisation.space.id) return problem(404, 'Space not found');
  if (typeof title !== 'string' || title.trim() === '' || !document) return problem(400, 'Invalid body');
  if (site.titled(title)) return problem(400, 'A page with this title already exists');
  return shown(site.create(writer, title, { blocks: [], document }));
}

function updatePage({ site, writer, body }: Asked, page: WikiPage): ApiReply {
  const { title } = body;
  const document = documentIn(body);
  if (page.trashed) return problem(404, 'Not Found');
  if (typeof title !== 'string' || !document) return problem(400, 'Invalid body');
  if (record(body['version'])['number'] !== versionOf(page) + 1) return problem(409, 'Version conflict');
  const other = site.titled(title);
  if (other && other.id !== page.id) return problem(400, 'A page with this title already exists');
  return shown(site.write(page, writer, { title, document, blocks: [] }));
}

const propertyView = ({ id, key, value, version }: PageProperty) => ({ id, key, value, version: { number: version } });

function properties({ query }: Asked, { properties: all = [] }: WikiPage): ApiReply {
  const key = query.get('key');
  return { status: 200, body: { results: all.filter((one) => key === null || one.key === key).map(propertyView) } };
}

function setProperty({ site, match, body }: Asked, page: WikiPage): ApiReply {
  const all = page.properties ?? [];
  const { key, value, version } = body;
  const known = match[2] === undefined ? undefined : all.find(({ id }) => id === match[2]);
  if (match[2] !== undefined && !known) return problem(404, 'Not Found');
  if (typeof key !== 'string') return problem(400, 'Invalid key');
  if (!known && all.some((one) => one.key === key)) return problem(409, 'Property exists');
  if (known && record(version)['number'] !== known.version + 1) return problem(409, 'Version conflict');
  const property: PageProperty = {
    id: known?.id ?? `${page.id}${all.length + 1}`,
    key,
    value,
    version: (known?.version ?? 0) + 1,
  };
  site.keepProperties(page, [...all.filter(({ id }) => id !== property.id), property]);
  return { status: 200, body: propertyView(property) };
}

function dropProperty({ site, match }: Asked, page: WikiPage): ApiReply {
  const all = page.properties ?? [];
  if (!all.some(({ id }) => id === match[2])) return problem(404, 'Not Found');
  site.keepProperties(
    page,
    all.filter(({ id }) => id !== match[2]),
  );
  return { status: 204, body: undefined };
}
