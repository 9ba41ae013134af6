import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { checkManifest } from './check-manifest.ts';
import { forgeProblems } from './forge-problems.ts';
import { readManifest } from './read-manifest.ts';

/** `npm run check -w @copse/confluence-macro [-- path/to/manifest.yml]`: may this app be deployed? */
const path = argv[2] ?? fileURLToPath(new URL('../../manifest.yml', import.meta.url));
const problems = [...(await forgeProblems(path)), ...(await checkManifest(readManifest(path), { manifestPath: path }))];

console.log(problems.length === 0 ? `${path}: nothing against it.` : problems.join('\n'));
exit(problems.length === 0 ? 0 : 1);
