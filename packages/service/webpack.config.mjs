import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const PACKAGE_OF_NPM = /^(?!@copse\/)(?:@[^/]+\/)?[^./][^/]*/u;

/** What a file imports is looked for from `dist` afterwards, so it has to be the same version there as where the file is. */
async function leftToNpm({ request, context, getResolve }) {
  if (request.startsWith('node:')) return request;
  const [name] = PACKAGE_OF_NPM.exec(request) ?? [];
  if (name === undefined) return undefined;
  const find = getResolve();
  const [there, here] = await Promise.all([context, folder].map((from) => find(from, request)));
  if (versionOf(name, there) === versionOf(name, here)) return request;
  throw new Error(`${name} is another version for the service than for ${context}: let the service depend on it, too`);
}

function versionOf(name, file) {
  const inside = join('node_modules', name);
  const root = file.slice(0, file.lastIndexOf(inside) + inside.length);
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/**
 * The service as one program of plain JavaScript, for `npm run serve` (docs/decisions/0006). Our own code only: what npm
 * installed stays where it is.
 */
export default {
  mode: 'production',
  context: folder,
  target: 'node24',
  entry: { main: './src/main.ts' },
  output: {
    path: `${folder}dist`,
    filename: '[name].js',
    chunkFilename: '[name].js',
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
    clean: true,
  },
  experiments: { outputModule: true },
  // `dist` lies as deep as `src`: what is found from there is found from here.
  node: { __dirname: false },
  externalsType: 'module',
  externals: [leftToNpm],
  devtool: false,
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } },
      },
    ],
  },
  // As it was written, with its names and lines: an error in the log says where it happened, and without maps, which
  // would take 20 MB of the process.
  optimization: { minimize: false, chunkIds: 'named' },
  performance: { hints: false },
  cache: {
    type: 'filesystem',
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    cacheDirectory: `${folder}node_modules/.cache/webpack`,
  },
  stats: 'errors-warnings',
};
