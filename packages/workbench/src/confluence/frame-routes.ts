import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { contentPolicy } from './content-policy.ts';
import { readManifest } from './manifest.ts';

const require = createRequire(import.meta.url);
const THEMES = ['atlassian-light', 'atlassian-dark', 'atlassian-spacing', 'atlassian-shape', 'atlassian-typography'];

const tokenStyles = () =>
  THEMES.map(
    (name) => (require(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`) as { default: string }).default,
  );

/**
 * Serves the production bundle of each Custom UI resource as Forge's CDN does: the page gets the host's bridge as its
 * first script and Forge's content security policy. Of the bundle only the service's address is put in, as packing does.
 */
export const frameRoutes =
  (macroDirectory: string, pagesDirectory: string, serviceUrl: () => string): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, { root: macroDirectory, serve: false });
    let styles: string | undefined;

    app.get('/forge-host/tokens.css', async (_request, reply) => {
      styles ??= tokenStyles().join('\n');
      return reply.type('text/css').header('cache-control', 'max-age=3600').send(styles);
    });
    app.get('/forge-host/bridge.js', async (_request, reply) => reply.sendFile('bridge.js', pagesDirectory));

    app.get<{ Params: { resource: string; '*': string } }>('/forge/:resource/*', async (request, reply) => {
      const manifest = readManifest(join(macroDirectory, 'manifest.yml'));
      const path = manifest.resources.get(request.params.resource);
      if (!path) return reply.code(404).send({ problem: 'The manifest has no such resource.' });
      const directory = resolve(macroDirectory, path);
      const file = request.params['*'] || 'index.html';
      if (file !== 'index.html') return reply.sendFile(file, directory);
      const index = join(directory, 'index.html');
      if (!directory.startsWith(resolve(macroDirectory) + sep) || !existsSync(index)) {
        return reply
          .code(404)
          .type('text/html')
          .send('<p>This macro has not been built yet. Run the build, then reload.</p>');
      }
      const html = readFileSync(index, 'utf8');
      const withBridge = html
        .replace(/(<meta name="copse-service" content=")[^"]*/i, (_all, start: string) => start + serviceUrl())
        .replace(/<head[^>]*>/i, (head) => `${head}<script src="/forge-host/bridge.js"></script>`);
      return reply
        .type('text/html')
        .header('cache-control', 'no-store')
        .header('content-security-policy', contentPolicy(html, manifest.permissions))
        .send(withBridge);
    });
  };
