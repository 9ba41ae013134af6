import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstPages } from './confluence/first-pages.ts';
import { createForgeRuntime } from './confluence/forge-runtime.ts';
import { frameRoutes } from './confluence/frame-routes.ts';
import { readManifest } from './confluence/manifest.ts';
import { createSite } from './confluence/site.ts';
import { watchSite } from './confluence/watch-site.ts';
import { createTeamsClient } from './connector/outgoing.ts';
import { connectorRoutes } from './connector/routes.ts';
import { createMeetings } from './graph/meetings.ts';
import { graphRoutes } from './graph/routes.ts';
import { createTalks } from './graph/talks.ts';
import { createIssuer } from './issuer/issuer.ts';
import { issuerRoutes } from './issuer/routes.ts';
import { openScene } from './scene.ts';
import { confluenceRoutes } from './window/confluence-routes.ts';
import { liveRoutes } from './window/live-routes.ts';
import { teamsRoutes } from './window/teams-routes.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Nobody who tries the product out waits for five minutes. */
const SCHEDULE_MS = 10_000;
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

export interface WorkbenchOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where the service answers; may be set later with `connectService`. */
  readonly serviceUrl?: string;
  /** Where the hosts keep their conversations and pages; in memory only when left out. */
  readonly stateFile?: string;
  readonly macroDirectory?: string;
  /** How often the app's scheduled functions run; five minutes on a real site. */
  readonly scheduleMs?: number;
}

/**
 * Plays Entra, Microsoft Graph, the Bot Connector, Teams and Confluence on one loopback port. Listens when the promise
 * settles.
 */
export async function startWorkbench(options: WorkbenchOptions) {
  const macroDirectory = options.macroDirectory ?? at('../../confluence-macro');
  const pagesDirectory = at('../dist');
  let origin = '';
  let service = options.serviceUrl ?? '';
  const serviceUrl = () => service;

  const issuer = await createIssuer(() => origin);
  const scene = openScene(() => firstPages(macroKeys(macroDirectory)), options.stateFile);
  const connectorUrl = () => `${origin}/connector`;
  const teams = createTeamsClient({ scene, issuer, serviceUrl, connectorUrl });
  const site = createSite(scene);
  const meetings = createMeetings();
  const forge = createForgeRuntime({ macroDirectory, issuer, site, serviceUrl });

  const app = Fastify({ routerOptions: { maxParamLength: 500 }, forceCloseConnections: true });
  // A web page elsewhere must not reach the issuer by a name that it points at this machine.
  app.addHook('onRequest', async (request, reply) =>
    LOCAL_HOST.test(request.headers.host ?? '')
      ? undefined
      : reply.code(421).send({ problem: 'Open the workbench by 127.0.0.1.' }),
  );
  await app.register(
    issuerRoutes(issuer, () => origin),
    { prefix: '/issuer' },
  );
  await app.register(connectorRoutes(scene, issuer), { prefix: '/connector' });
  await app.register(graphRoutes({ meetings, talks: createTalks(scene), issuer, resource: () => `${origin}/graph` }), {
    prefix: '/graph',
  });
  await app.register(liveRoutes({ scene, issuer, serviceUrl }), { prefix: '/window' });
  await app.register(teamsRoutes(scene, teams), { prefix: '/window' });
  await app.register(confluenceRoutes({ site, forge, macroDirectory, serviceUrl }), { prefix: '/window' });
  await app.register(frameRoutes(macroDirectory, pagesDirectory, serviceUrl));
  await app.register(async (pages) => {
    if (existsSync(pagesDirectory)) await pages.register(fastifyStatic, { root: pagesDirectory });
  });

  await app.listen({ host: '127.0.0.1', port: options.port });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const watch = watchSite({
    site,
    forge,
    manifest: () => readManifest(join(macroDirectory, 'manifest.yml')),
    ready: () => service !== '',
    everyMs: options.scheduleMs ?? SCHEDULE_MS,
  });

  return {
    url: origin,
    issuer,
    scene,
    site,
    teams,
    meetings,
    /** Runs the app's scheduled functions now. */
    runSchedule: watch.runSchedule,
    connectService: (url: string) => void (service = url),
    async close() {
      await watch.stop();
      scene.close();
      await app.close();
    },
  };
}

export type Workbench = Awaited<ReturnType<typeof startWorkbench>>;

function macroKeys(macroDirectory: string) {
  try {
    const keys = readManifest(join(macroDirectory, 'manifest.yml')).modules.map(({ key }) => key);
    const find = (word: RegExp) => keys.find((key) => word.test(key));
    const [directory, practices, community] = [find(/directory/), find(/practice/), find(/community(?!.*directory)/)];
    return {
      ...(directory ? { directory } : {}),
      ...(practices ? { practices } : {}),
      ...(community ? { community } : {}),
    };
  } catch {
    return {};
  }
}
