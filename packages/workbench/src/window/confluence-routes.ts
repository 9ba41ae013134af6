import type { FastifyPluginAsync } from 'fastify';
import { join } from 'node:path';
import type { ForgeRuntime, Invocation } from '../confluence/forge-runtime.ts';
import { readManifest, type ForgeModule } from '../confluence/manifest.ts';
import { organisation, type SamplePerson } from '../organisation.ts';
import type { Block, Scene, WikiPage } from '../scene.ts';
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

interface ExportCall extends FrameCall {
  readonly exportType: 'pdf' | 'word' | 'other';
  readonly config?: Record<string, unknown>;
}

const describe = (error: unknown) => (error instanceof Error ? error.message : 'Something went wrong.');

/** What a Confluence page needs from its site: pages, the app's macros, and Forge's back end for them. */
export const confluenceRoutes =
  (scene: Scene, forge: ForgeRuntime, macroDirectory: string, serviceUrl: () => string): FastifyPluginAsync =>
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

    app.get('/pages', async () => ({ pages: scene.state.pages }));
    app.post<{ Body: { as: string; title: string } }>('/pages', (request, reply) =>
      asPerson(reply, request.body.as, async (person) => {
        const page: WikiPage = {
          id: String(65_000 + scene.state.pages.length * 37 + (Date.now() % 30_000)),
          title: request.body.title,
          updatedBy: person.key,
          updatedAt: new Date().toISOString(),
          blocks: [{ id: crypto.randomUUID(), kind: 'text', text: '' }],
        };
        scene.state.pages.push(page);
        scene.changed({ type: 'pages' });
        return page;
      }),
    );
    app.put<{ Params: { id: string }; Body: { as: string; title: string; blocks: Block[] } }>(
      '/pages/:id',
      (request, reply) =>
        asPerson(reply, request.body.as, async (person) => {
          const index = scene.state.pages.findIndex(({ id }) => id === request.params.id);
          if (index < 0) return reply.code(404).send({ problem: 'This page is no longer there.' });
          const { title, blocks } = request.body;
          const page = {
            id: request.params.id,
            title,
            blocks,
            updatedBy: person.key,
            updatedAt: new Date().toISOString(),
          };
          scene.state.pages[index] = page;
          scene.changed({ type: 'pages' });
          return page;
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
