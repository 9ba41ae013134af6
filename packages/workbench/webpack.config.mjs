import { fileURLToPath } from 'node:url';
import HtmlPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Two programs: the workbench's own page, and the bridge that the Confluence host adds to each macro's frame. */
export default (_env, { mode = 'production' }) => ({
  mode,
  context: here('.'),
  entry: { workbench: './src/pages/main.tsx', bridge: './src/bridge/bridge.ts' },
  output: {
    path: here('dist'),
    // The bridge keeps its name: the server puts it into each frame.
    filename: ({ chunk }) => (chunk?.name === 'bridge' ? 'bridge.js' : '[name].[contenthash:10].js'),
    publicPath: '/',
    clean: true,
  },
  devtool: mode === 'production' ? false : 'source-map',
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
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        extractComments: false,
        minify: { implementation: MinimizerPlugin.swcMinify, options: { format: { comments: false } } },
      }),
    ],
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:10].css' }),
    new HtmlPlugin({ template: here('src/pages/index.html'), chunks: ['workbench'], scriptLoading: 'defer' }),
  ],
  performance: { hints: false },
  cache: { type: 'filesystem', cacheDirectory: here('node_modules/.cache/webpack') },
  stats: 'errors-warnings',
});
