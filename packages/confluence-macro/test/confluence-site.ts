import type { AskConfluence, Reply } from '../src/publishing/confluence.ts';

type Stored = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly value: string;
  readonly status: 'current' | 'trashed';
  readonly properties: readonly { id: string; key: string; value: unknown; version: { number: number } }[];
};
export type Asked = { readonly method: string; readonly path: string };

const record = (value: unknown) => value as Record<string, never>;

/** Confluence's REST API over pages in memory, as far as publishing uses it. `instead` lets a request fail. */
export function confluenceSite() {
  const pages = new Map<string, Stored>();
  const asked: Asked[] = [];
  const site = {
    asked,
    /** Answers in the site's place; `undefined` lets the site answer. `after`: the site did it, the answer got lost. */
    instead: (_asked: Asked): Reply | 'lost' | undefined => undefined,
    pages: () => [...pages.values()],
    put: (id: string, change: Partial<Stored>): Stored => {
      const before = pages.get(id);
      const next = {
        id,
        title: 'Page',
        version: 0,
        value: '{}',
        status: 'current' as const,
        properties: [],
        ...before,
        ...change,
      };
      const stored = { ...next, version: next.version + 1 };
      pages.set(id, stored);
      return stored;
    },
  };
  const view = ({ value, version, properties: _properties, ...page }: Stored) => ({
    ...page,
    spaceId: '9',
    version: { number: version, authorId: 'someone' },
    body: { atlas_doc_format: { value } },
    _links: { webui: `/spaces/X/pages/${page.id}` },
  });
  const ok = (body: unknown): Reply => ({ status: 200, body });
  const no = (status: number, title = ''): Reply => ({ status, body: { errors: [{ title }] } });

  function answer(method: string, path: string, body: unknown): Reply {
    const url = new URL(path, 'https://x.invalid');
    const [, id = '', property] = /^\/wiki\/api\/v2\/pages\/?(\d*)(\/properties)?/u.exec(url.pathname) ?? [];
    const page = pages.get(id);
    if (property) {
      if (!page) return no(404);
      if (method === 'GET') return ok({ results: page.properties });
      const { key, value } = record(body);
      pages.set(id, { ...page, properties: [{ id: '1', key: String(key), value, version: { number: 1 } }] });
      return ok({});
    }
    const { title, version } = record(body ?? {}) as unknown as { title: string; version?: { number: number } };
    const { value } = record(record(body ?? {})['body'] ?? {}) as unknown as { value: string };
    if (id === '' && method === 'GET') {
      return ok({
        results: site
          .pages()
          .filter((one) => one.title === url.searchParams.get('title'))
          .map(view),
      });
    }
    const clash = site.pages().some((one) => one.title === title && one.id !== id);
    if (method !== 'GET' && clash) return no(400, 'A page with this title already exists');
    if (id === '') {
      const made = String(pages.size + 1);
      return ok(view(site.put(made, { title, value })));
    }
    if (!page) return no(404);
    if (method === 'GET') return ok(view(page));
    if (version?.number !== page.version + 1) return no(409);
    return ok(view(site.put(id, { title, value })));
  }

  const ask: AskConfluence = async (method, path, body) => {
    asked.push({ method, path });
    const instead = site.instead({ method, path });
    if (instead !== undefined && instead !== 'lost') return instead;
    const reply = answer(method, path, body);
    return instead === 'lost' ? undefined : reply;
  };
  return Object.assign(site, { ask });
}
