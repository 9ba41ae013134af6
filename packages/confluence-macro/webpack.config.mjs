import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import HtmlPlugin from 'html-webpack-plugin';
import CssPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where links lead until packing says otherwise: the service's default address, as in src/forge/deployment.ts. */
const serviceUrl = 'http://127.0.0.1:3978';

const typescript = (target) => ({
  test: /\.tsx?$/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target,
      transform: { react: { runtime: 'automatic' } },
    },
  },
});

const minimizer = [
  new MinimizerPlugin({
    extractComments: false,
    minify: { implementation: MinimizerPlugin.swcMinify, options: { format: { comments: false } } },
  }),
];

/** Copies files as they are beside what was built. */
const copy = (from, to) => ({
  apply(compiler) {
    compiler.hooks.afterEmit.tap('copy', () => {
      mkdirSync(here('dist'), { recursive: true });
      cpSync(here(from), here(to), { recursive: true });
    });
  },
});

/**
 * One folder per Forge resource: what a page shows (`view`), a macro's settings (`config`), the site's settings
 * (`settings`). No inline script, style or eval: the pages run under Forge's Content-Security-Policy as it stands.
 */
const resource = (name, title) => ({
  name,
  mode: 'production',
  context: here('.'),
  entry: { [name]: `./src/ui/${name}/main.tsx` },
  output: {
    path: here(`dist/${name}`),
    filename: '[name].[contenthash:10].js',
    chunkFilename: '[name].[contenthash:10].js',
    publicPath: 'auto',
    clean: true,
  },
  devtool: false,
  target: ['web', 'es2022'],
  resolve: {
    extensions: ['.js'],
    alias: {
      '@forge/bridge$': here('src/ui/host/bridge-parts.mjs'),
      '@forge/bridge/out': dirname(createRequire(import.meta.url).resolve('@forge/bridge')),
    },
  },
  module: {
    rules: [
      typescript('es2022'),
      // Words and constants: whatever a page does not use, or uses later, is not in what it loads first.
      { test: /\/core\/src\/.*\.ts$/, sideEffects: false },
      // Pages are read and written in a world of their own: what Markdown needs to be written must not be loaded with
      // what it needs to be shown.
      { test: /\/(?:publish-as-user|read-this-page)\.ts$/, layer: 'pages' },
      { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'], sideEffects: true },
    ],
  },
  experiments: { layers: true },
  optimization: { minimizer, splitChunks: { chunks: 'async' } },
  plugins: [
    new CssPlugin({ filename: '[name].[contenthash:10].css', chunkFilename: '[name].[contenthash:10].css' }),
    new HtmlPlugin({
      template: here('src/ui/index.html'),
      templateParameters: { title, serviceUrl },
      scriptLoading: 'defer',
      minify: { collapseWhitespace: true, removeComments: true },
    }),
    // Forge shows a macro's icon from the folder of its resource, so each folder carries the icons.
    copy('assets/icons', `dist/${name}/icons`),
  ],
  // The budget that counts is compressed bytes of the first load: test/size-budget.test.ts.
  performance: { hints: false },
  cache: {
    type: 'filesystem',
    cacheDirectory: here('node_modules/.cache/webpack'),
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
  },
  stats: 'errors-warnings',
});

/** The functions that Forge runs, as one CommonJS file: its bundler cannot follow TypeScript across workspaces. */
const functions = {
  name: 'forge',
  mode: 'production',
  context: here('.'),
  entry: { handlers: './src/forge/handlers.ts' },
  output: {
    path: here('dist/forge'),
    // This package is ESM; what Forge gets is not.
    filename: '[name].cjs',
    library: { type: 'commonjs2' },
    clean: true,
  },
  devtool: false,
  target: 'node24',
  resolve: { extensions: ['.js'] },
  module: { rules: [typescript('es2024')] },
  optimization: { minimizer },
  performance: { hints: false },
  stats: 'errors-warnings',
};

export default [resource('view', 'Copse'), resource('config', 'Settings'), resource('settings', 'Copse'), functions];
