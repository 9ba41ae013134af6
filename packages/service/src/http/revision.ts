import { InvalidInputError } from './input.ts';

const ETAG = /^(?:W\/)?"(\d{1,9})"$/u;

/**
 * The revision that an edit names in `If-Match`.
 *
 * `'missing'` when there is none; `undefined` for `*`, by which a caller says that it overwrites whatever is there.
 * Revisions are compared as a whole number, so a weak tag is as good as a strong one.
 */
export function revisionIn(ifMatch: string | undefined): number | undefined | 'missing' {
  if (ifMatch === undefined || ifMatch === '') return 'missing';
  if (ifMatch === '*') return undefined;
  const revision = ETAG.exec(ifMatch)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new InvalidInputError([{ path: 'If-Match', message: 'Send the ETag as it was received, such as "3".' }]);
}
