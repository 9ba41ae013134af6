import { publicationFailureNames } from '@copse/core/vocabulary';
import type { PageFailure } from '../../publishing/confluence.ts';
import type { Answer, Failure } from '../api/response.ts';

/** What Confluence refused, as a failure like those of the service: what happened, then what to do. */
export function failureOf(reason: PageFailure): Failure {
  const [, title = '', detail = ''] = /^(.*?)\.(?: (.*))?$/u.exec(publicationFailureNames[reason]) ?? [];
  return { reason, status: 0, title, detail, errors: [] };
}

export const failed = (reason: PageFailure): Answer<never> => ({ ok: false, failure: failureOf(reason) });
