import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Issuer, MacroPlace } from '../issuer/issuer.ts';
import { organisation, type SamplePerson } from '../organisation.ts';
import type { ForgeManifest } from './manifest.ts';
import { productApi } from './product-api.ts';
import { APP, type Site } from './site.ts';

export interface Invocation {
  /** On whose behalf a function runs; on a schedule and on events it is nobody. */
  readonly person?: SamplePerson;
  readonly place: MacroPlace;
}

interface Fetched {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

type ForgeTarget = { readonly type: string; readonly remote?: string; readonly provider?: string };
type ForgeFunction = (request: unknown, runtime?: unknown) => Promise<unknown>;

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const counter = { incr: () => undefined, decr: () => undefined };
const timing = { measure: () => ({ stop: () => undefined }), set: () => undefined };

/**
 * Runs the app's own back-end functions (resolvers, ADF export) in this process, with the two globals that Forge's
 * runtime provides. Calls of a remote go to the service with an invocation token of the person on whose behalf they run.
 */
export function createForgeRuntime(options: {
  readonly macroDirectory: string;
  readonly issuer: Issuer;
  readonly site: Site;
  readonly serviceUrl: () => string;
}) {
  const { macroDirectory, issuer, site, serviceUrl } = options;
  const current = new AsyncLocalStorage<Invocation>();

  async function callRemote({ person, place }: Invocation, path: string, init: Fetched = {}): Promise<Response> {
    const token = await issuer.invocationToken(person, place);
    const body = init.body === undefined || init.body === null ? undefined : textOf(init.body);
    return fetch(`${serviceUrl()}/${path.replace(/^\//, '')}`, {
      method: init.method ?? 'GET',
      headers: {
        ...(body !== undefined && typeof init.body !== 'string' ? { 'content-type': 'application/json' } : {}),
        ...init.headers,
        authorization: `Bearer ${token}`,
        'x-b3-traceid': crypto.randomUUID().replaceAll('-', ''),
        'x-b3-spanid': crypto.randomUUID().replaceAll('-', '').slice(0, 16),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(25_000),
    });
  }

  const world = globalThis as Record<string, unknown>;
  world['__forge_runtime__'] = {
    appContext: {
      appId: organisation.forgeAppId,
      appVersion: '1.0.0',
      environmentId: organisation.forgeEnvironmentId,
      environmentType: 'DEVELOPMENT',
      installationId: organisation.forgeInstallationId,
      invocationId: 'workbench',
      moduleKey: 'workbench',
    },
    lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
    metrics: { counter: () => counter, timing: () => timing, gauge: () => timing },
    proxy: {},
  };
  world['__forge_fetch__'] = async (target: ForgeTarget, path: string, init?: Fetched) => {
    const invocation = current.getStore();
    if (!invocation) throw new Error('A Forge call was made outside of an invocation.');
    if (target.type === 'frc') return callRemote(invocation, path, init);
    return askProduct(invocation, target, path, init);
  };

  /** The site's own API, as the app or as the person on whose behalf the function runs. */
  function askProduct({ person }: Invocation, { provider, remote }: ForgeTarget, path: string, init: Fetched = {}) {
    const writer = provider === 'app' ? APP : person?.key;
    if (remote !== 'confluence' || writer === undefined) return new Response('{}', { status: 401 });
    const { method = 'GET', body } = init;
    const reply = productApi(site, writer, { method, path, body });
    return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
      status: reply.status,
      headers: { 'content-type': 'application/json' },
    });
  }

  async function findFunction(manifest: ForgeManifest, key: string): Promise<ForgeFunction> {
    const handler = manifest.functions.get(key);
    const [file = 'index', name = 'handler'] = handler?.split('.') ?? [];
    const source = ['src', '.', 'dist']
      .flatMap((folder) => ['ts', 'js', 'mjs', 'cjs'].map((end) => join(macroDirectory, folder, `${file}.${end}`)))
      .find((candidate) => existsSync(candidate));
    if (!handler || !source) throw new Error(`The app has no function "${key}" to call.`);
    const module = (await import(pathToFileURL(source).href)) as Record<string, unknown>;
    const found = module[name];
    if (typeof found !== 'function') throw new Error(`${file} exports no function "${name}".`);
    return found as ForgeFunction;
  }

  return {
    callRemote,
    async invoke(manifest: ForgeManifest, key: string, invocation: Invocation, request: unknown): Promise<unknown> {
      const call = await findFunction(manifest, key);
      const { person } = invocation;
      const runtime = {
        ...(person ? { principal: { accountId: person.atlassianId } } : {}),
        license: { active: true },
      };
      return current.run(invocation, () => call(request, runtime));
    },
  };
}

export type ForgeRuntime = ReturnType<typeof createForgeRuntime>;
