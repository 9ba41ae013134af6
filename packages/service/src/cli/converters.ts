import { basename, dirname } from 'node:path';

/** Public data that a script of ours turns into a bundle: how its files are called, and the command. */
const CONVERTERS = [
  {
    of: 'digital.gov',
    files: /^(?:communities|people|articles|events)\.json$/iu,
    command: (path: string) => `npx node scripts/convert/digitalgov.mjs ${quoted(dirname(path))} > digitalgov.json`,
    bundle: 'digitalgov.json',
  },
  {
    of: 'Kubernetes',
    files: /\.ya?ml$/iu,
    command: (path: string) => `npx node scripts/convert/kubernetes.mjs ${quoted(path)} > kubernetes.json`,
    bundle: 'kubernetes.json',
  },
] as const;

/** For somebody who gave a file of such data in place of a bundle: what to do first. Empty for any other file. */
export function converterHint(path: string): string {
  const converter = CONVERTERS.find(({ files }) => files.test(basename(path)));
  if (!converter) return '';
  const { of, command, bundle } = converter;
  return `\nIf it is data of ${of}, make it a bundle first:\n  ${command(path)}\n  npm run copse -- import ${bundle}`;
}

const quoted = (path: string) => (/^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
