import type { FastifyPluginAsync } from 'fastify';
import { join } from 'node:path';
import type { ForgeRuntime, Invocation } from '../confluence/forge-runtime.ts';
import { readManifest, type ForgeModule } from '../confluence/manifest.ts';
import { type ApiRequest, productApi } from '../confluence/product-api.ts';
import { type Site, versionOf } from '../confluence/site.ts';
import { organisation, type SamplePerson } from '../organisation.ts';
import type { Block, DocumentNode } from '../scene.ts';
import { asPerson } from './person.ts';

/** Which macro of which page a call comes from, as the window knows it. */
interface FrameCall {
  readonly as: string;
  readonly moduleKey: string;
  readonly localId: string;
  readonly extension: Record<string, unknown>;
}

interface RemoteCall extends FrameCall {
  readonly request: { path: string; method?: string; headers?: Record<string, string>; body?: unknown };
}

interface ResolverCall extends FrameCall {
  readonly functionKey: string;
  readonly payload?: unknown;
}

/** A page holds blocks, or a document where it was written over the REST API. */
interface PageEdit {
  readonly title: string;
  readonly blocks?: Block[];
  readonly document?: DocumentNode;
  /** The version that was edited; left out, the page is written as it stands. */
  readonly version?: number;
}

interface ExportCall extends FrameCall {
  readonly exportType: 'pdf' | 'word' | 'other';
  readonly config?: Record<string, unknown>;
}

const describe = (error: unknown) => (error instanceof Error ? error.message : 'Something went wrong.');

interface ProductCall {
  readonly as: string;
  readonly request: ApiRequest;
}

interface Options {
  readonly site: Site;
  readonly forge: ForgeRuntime;
  readonly macroDirectory: string;
  readonly serviceUrl: () => string;
}

/** What a Confluence page needs from its site: pages, the app's modules, and Forge's back end for them. */
export const confluenceRoutes =
  ({ site, forge, macroDirectory, serviceUrl }: Options): FastifyPluginAsync =>
  async (app) => {
    const manifest = () => readManifest(join(macroDirectory, 'manifest.yml'), serviceUrl());
    const moduleOf = (key: string): ForgeModule => {
      const found = manifest().modules.find((module) => module.key === key);
      if (!found) throw new Error(`The manifest has no module "${key}".`);
      return found;
    };
    const invocation = (person: SamplePerson, { moduleKey, extension }: FrameCall): Invocation => {
      const { type } = moduleOf(moduleKey);
      return { person, place: { moduleKey, moduleType: type === 'macro' ? 'xen:macro' : type, extension } };
    };
    const contextOf = (person: SamplePerson, call: FrameCall) => ({
      cloudId: organisation.cloudId,
      siteUrl: organisation.siteUrl,
      accountId: person.atlassianId,
      localId: call.localId,
      moduleKey: call.moduleKey,
      environmentType: 'DEVELOPMENT',
      extension: call.extension,
    });

    app.get('/app', async () => {
      try {
        return { modules: manifest().modules };
      } catch {
        return { modules: [] };
      }
    });

    app.get('/pages', async () => ({ pages: site.pages() }));
    app.post<{ Body: { as: string; title: string } }>('/pages', (request, reply) =>
      asPerson(reply, request.body.as, async (person) =>
        site.create(person.key, request.body.title, { blocks: [{ id: crypto.randomUUID(), kind: 'text', text: '' }] }),
      ),
    );
    app.put<{ Params: { id: string }; Body: { as: string } & PageEdit }>('/pages/:id', (request, reply) =>
      asPerson(reply, request.body.as, async (person) => {
        const page = site.page(request.params.id);
        if (!page || page.trashed) return reply.code(404).send({ problem: 'This page is no longer there.' });
        const { title, blocks, document, version } = request.body;
        if (version !== undefined && version !== versionOf(page)) {
          return reply
            .code(409)
            .send({ problem: 'Somebody published this page meanwhile. Copy what you wrote, then open it again.' });
        }
        return site.write(page, person.key, { title, ...(document ? { document } : { blocks: blocks ?? [] }) });
      }),
    );
    app.delete<{ Params: { id: string }; Querystring: { as?: string } }>('/pages/:id', (request, reply) =>
      asPerson(reply, request.query.as, async (person) => {
        const page = site.page(request.params.id);
        if (page && !page.trashed) site.write(page, person.key, { trashed: true });
        return reply.code(204).send();
      }),
    );

    /** `requestConfluence` of a page of ours, as the person who looks at it. */
    app.post<{ Body: ProductCall }>('/forge/product', (request, reply) =>
      asPerson(reply, request.body.as, async (person) => productApi(site, person.key, request.body.request)),
    );

    /** The words of a byline item on one page, or nothing where it does not stand. */
    app.get<{ Params: { id: string; key: string }; Querystring: { as?: string } }>(
      '/pages/:id/byline/:key',
      (request, reply) =>
        asPerson(reply, request.query.as, async (person) => {
          const { words } = moduleOf(request.params.key);
          const call = {
            as: person.key,
            moduleKey: request.params.key,
            localId: 'byline',
            extension: { type: 'confluence:contentBylineItem', content: { id: request.params.id, type: 'page' } },
          };
          if (!words) return {};
          return forge.invoke(manifest(), words, invocation(person, call), { extension: call.extension });
        }),
    );

    /** `invokeRemote`: the answer of the service, in the envelope in which the bridge expects it. */
    app.post<{ Body: RemoteCall }>('/forge/remote', (request, reply) =>
      asPerson(reply, request.body.as, async (person) => {
        const { path, ...init } = request.body.request;
        try {
          const response = await forge.callRemote(invocation(person, request.body), path, init);
          const text = await response.text();
          const isJson = /json/.test(response.headers.get('content-type') ?? '');
          const payload = {
            status: response.status,
            headers: Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]])),
            body: isJson && text ? (JSON.parse(text) as unknown) : text,
          };
          return response.ok ? { success: true, payload } : { success: false, error: payload };
        } catch (error) {
          return { success: false, error: { status: 504, headers: {}, body: { title: describe(error) } } };
        }
      }),
    );

    app.post<{ Body: ResolverCall }>('/forge/invoke', (request, reply) =>
      asPerson(reply, request.body.as, async (person) => {
        const { functionKey, payload, moduleKey } = request.body;
        try {
          const resolver = moduleOf(moduleKey).resolver;
          if (!resolver) throw new Error(`The module "${moduleKey}" has no resolver.`);
          const context = contextOf(person, request.body);
          const asked = { call: { functionKey, payload }, context };
          return { value: await forge.invoke(manifest(), resolver, invocation(person, request.body), asked) };
        } catch (error) {
          return reply.code(500).send({ problem: describe(error) });
        }
      }),
    );

    /** Calls the macro's export as Confluence does: the configuration lies elsewhere for Word than for PDF. */
    app.post<{ Body: ExportCall }>('/forge/export', (request, reply) =>
      asPerson(reply, request.body.as, async (person) => {
        const { exportType, config, moduleKey } = request.body;
        try {
          const exporter = moduleOf(moduleKey).exporter;
          if (!exporter) return await reply.code(404).send({ problem: "We don't have a way to export this macro." });
          const context = contextOf(person, request.body);
          const payload =
            exportType === 'word'
              ? { exportType, context: { ...context, ...(config ? { config } : {}) }, extensionPayload: {} }
              : { exportType, context, extensionPayload: config ? { config } : {} };
          return { document: await forge.invoke(manifest(), exporter, invocation(person, request.body), payload) };
        } catch (error) {
          return reply.code(500).send({ problem: describe(error) });
        }
      }),
    );
  };
