import { serverWith } from './database-server.ts';

/** The server of the end-to-end tests: the database that each file copies holds the sample organisation. */
export default serverWith(async (url) => {
  const { loadSample } = await import('../../packages/workbench/src/load-sample.ts');
  await loadSample(url);
});
