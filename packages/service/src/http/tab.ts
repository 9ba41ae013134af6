import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendServiceProblem } from '../problems.ts';
import { protect, tabPolicy } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(?:text|application)\/|svg/u;
/** Names with a hash in them never change what they hold; everything else is asked for again each time. */
const HASHED = /\.[0-9a-f]{8,}\.\w+$/u;
const SAFE_NAME = /^[\w-][\w.-]*$/u;
const ONE_YEAR = 'public, max-age=31536000, immutable';

type File = {
  readonly changed: number;
  readonly body: Buffer;
  readonly etag: string;
  readonly packed: Map<Encoding, Promise<Buffer>>;
};
type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const pack: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

export type TabSettings = {
  readonly teamsAppId: string | undefined;
  readonly publicUrl: string;
  readonly hostOrigins: readonly string[];
};

/** Serves the built tab below `/tab/`, from memory, each file compressed once. */
export async function tab(app: FastifyInstance, folder: string, settings: TabSettings): Promise<void> {
  const read = fileReader(folder);
  await app.register(async (pages) => {
    protect(pages, { policy: tabPolicy(settings.hostOrigins), framed: true });
    pages.get('/tab/settings.json', (_request, reply) => reply.header('cache-control', 'max-age=300').send(settings));
    pages.get('/tab', (_request, reply) => reply.redirect('/tab/index.html', 308));
    pages.get('/tab/*', async (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
      const name = request.params['*'] || 'index.html';
      const file = SAFE_NAME.test(name) ? await read(name) : undefined;
      return file ? sendFile(request, reply, name, file) : sendServiceProblem(reply, 'not-found');
    });
  });
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, name: string, { body, etag, packed }: File) {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  void reply.headers({ etag, 'content-type': type, 'cache-control': HASHED.test(name) ? ONE_YEAR : 'no-cache' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  if (!COMPRESSIBLE.test(type)) return reply.send(body);

  void reply.header('vary', 'accept-encoding');
  const encoding = wanted(request.headers['accept-encoding']);
  if (!encoding) return reply.send(body);
  let smaller = packed.get(encoding);
  if (!smaller) packed.set(encoding, (smaller = pack[encoding](body)));
  return reply.header('content-encoding', encoding).send(await smaller);
}

function wanted(accepted: string | string[] | undefined): Encoding | undefined {
  const offers = encodingsIn(accepted);
  if (offers.includes('br')) return 'br';
  return offers.includes('gzip') ? 'gzip' : undefined;
}

/** The encodings that an `Accept-Encoding` names and does not rule out. */
export const encodingsIn = (accepted: string | string[] | undefined): readonly (string | undefined)[] =>
  String(accepted ?? '')
    .split(',')
    .map((offer) => offer.trim())
    .filter((offer) => !/;\s*q=0(?:\.0*)?$/u.test(offer))
    .map((offer) => offer.split(';')[0]);

/** Reads files of one folder and keeps them; a file that is built anew is read anew. */
function fileReader(folder: string) {
  const known = new Map<string, File>();
  return async (name: string): Promise<File | undefined> => {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const file = known.get(name);
    if (file?.changed === found.mtimeMs) return file;

    const body = await readFile(path);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const fresh: File = { changed: found.mtimeMs, body, etag, packed: new Map() };
    known.set(name, fresh);
    return fresh;
  };
}
