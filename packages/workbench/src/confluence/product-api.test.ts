import { describe, expect, it } from 'vitest';
import { organisation } from '../organisation.ts';
import { openScene } from '../scene.ts';
import { productApi } from './product-api.ts';
import { APP, createSite } from './site.ts';

const document = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const written = (text: string) => ({ representation: 'atlas_doc_format', value: JSON.stringify(document(text)) });

function aSite() {
  const site = createSite(openScene(() => []));
  const events: string[] = [];
  site.listen((event, page, writer) => events.push(`${writer} ${event} ${page.title}`));
  const ask = (method: string, path: string, body?: unknown, writer = 'mara') =>
    productApi(site, writer, {
      method,
      path: `/wiki/api/v2${path}`,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const create = (title: string) => {
    const { body } = ask('POST', '/pages', { spaceId: organisation.space.id, title, body: written('one') });
    return (body as { id: string }).id;
  };
  return { site, events, ask, create };
}
const versionIn = (body: unknown) => (body as { version: { number: number } }).version.number;

describe('the REST API of the workbench’s Confluence', () => {
  it('creates a page, reads it and writes the next version', () => {
    const { ask, create, events } = aSite();
    const id = create('Page');
    const next = { title: 'Page', body: written('two'), version: { number: 2 } };

    expect(versionIn(ask('GET', `/pages/${id}?body-format=atlas_doc_format`).body)).toBe(1);
    expect(ask('PUT', `/pages/${id}`, next, APP)).toMatchObject({ status: 200, body: { version: { number: 2 } } });
    expect(JSON.stringify(ask('GET', `/pages/${id}`).body)).toContain('two');
    expect(events).toEqual(['mara created Page', 'app updated Page']);
  });

  it('answers 409 to whoever read an older version', () => {
    const { ask, create } = aSite();
    const id = create('Page');
    for (const number of [1, 3]) {
      expect(ask('PUT', `/pages/${id}`, { title: 'Page', body: written('x'), version: { number } }).status).toBe(409);
    }
    expect(JSON.stringify(ask('GET', `/pages/${id}`).body)).toContain('one');
  });

  it('has one page of a title in the space, and finds it by that', () => {
    const { ask, create } = aSite();
    const id = create('Page & more');
    expect(ask('POST', '/pages', { spaceId: '65537', title: 'Page & more', body: written('x') }).status).toBe(400);
    const found = ask('GET', `/pages?space-id=65537&title=${encodeURIComponent('Page & more')}`);
    expect(found.body).toMatchObject({ results: [{ id }] });
    expect(ask('GET', '/pages?space-id=1&title=Page').body).toEqual({ results: [] });
  });

  it('keeps properties with versions of their own', () => {
    const { ask, create, site } = aSite();
    const id = create('Page');
    const property = { key: 'k', value: 1 };
    const made = ask('POST', `/pages/${id}/properties`, property).body as { id: string };

    expect(ask('POST', `/pages/${id}/properties`, property).status).toBe(409);
    expect(ask('PUT', `/pages/${id}/properties/${made.id}`, { ...property, version: { number: 1 } }).status).toBe(409);
    expect(
      ask('PUT', `/pages/${id}/properties/${made.id}`, { key: 'k', value: 2, version: { number: 2 } }).status,
    ).toBe(200);
    expect(ask('GET', `/pages/${id}/properties?key=k`).body).toMatchObject({ results: [{ value: 2 }] });
    expect(ask('DELETE', `/pages/${id}/properties/${made.id}`).status).toBe(204);
    expect(site.page(id)?.version).toBe(1);
  });

  it('shows what lies in the trash as trashed, and takes no writes for it', () => {
    const { ask, create, site, events } = aSite();
    const id = create('Page');
    site.write(site.page(id)!, 'mara', { trashed: true });

    expect(ask('GET', `/pages/${id}`).body).toMatchObject({ status: 'trashed' });
    expect(ask('PUT', `/pages/${id}`, { title: 'Page', body: written('x'), version: { number: 3 } }).status).toBe(404);
    expect(ask('GET', '/pages?title=Page').body).toEqual({ results: [] });
    expect(events.at(-1)).toBe('mara trashed Page');
  });

  it('answers as Confluence does where there is nothing', () => {
    const { ask } = aSite();
    expect([ask('GET', '/pages/1').status, ask('GET', '/spaces').status]).toEqual([404, 404]);
  });
});
