import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import HtmlPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Writes beside the bundle which files each page needs, for the size budget. */
const firstLoads = {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('first-loads', async ({ entrypoints, namedChunkGroups }) => {
      const first = entrypoints.get('tab').getFiles();
      const pages = [
        'home',
        'discover',
        'community',
        'questions',
        'ask',
        'question',
        'search',
        'person',
        'notifications',
        'practice',
        'me',
        'configure',
      ].map((page) => [page, [...new Set([...first, ...namedChunkGroups.get(page).getFiles()])]]);
      await writeFile(here('dist/first-loads.json'), JSON.stringify(Object.fromEntries([['shell', first], ...pages])));
    });
  },
};

/**
 * The tab as Teams loads it: one program, two pages (`index.html`, `configure.html`), no inline script and no eval,
 * so that it runs under a Content-Security-Policy of `script-src 'self'`. Every file name but the pages' carries a hash.
 */
export default (_env, { mode = 'production' }) => {
  const production = mode === 'production';
  const page = (filename) =>
    new HtmlPlugin({
      filename,
      template: here('src/tab/index.html'),
      scriptLoading: 'defer',
      minify: production && { collapseWhitespace: true, removeComments: true },
    });

  return {
    mode,
    context: here('.'),
    entry: { tab: './src/tab/main.tsx' },
    output: {
      path: here('dist/tab'),
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      publicPath: 'auto',
      clean: true,
    },
    // 'eval' source maps would need 'unsafe-eval'.
    devtool: production ? false : 'source-map',
    target: ['web', 'es2022'],
    resolve: { extensions: ['.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2022',
              transform: { react: { runtime: 'automatic', development: !production } },
            },
          },
        },
      ],
    },
    optimization: {
      minimizer: [
        new MinimizerPlugin({
          extractComments: false,
          minify: { implementation: MinimizerPlugin.swcMinify, options: { format: { comments: false } } },
        }),
      ],
      splitChunks: { chunks: 'all', minSize: 12_000 },
      runtimeChunk: false,
    },
    plugins: [page('index.html'), page('configure.html'), firstLoads],
    // The budget that counts is in src/tab/size-budget.test.ts: compressed bytes of the first load.
    performance: { hints: false },
    cache: { type: 'filesystem', cacheDirectory: here('node_modules/.cache/webpack') },
    stats: 'errors-warnings',
  };
};
