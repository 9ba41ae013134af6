/**
 * Somebody else saved the same aggregate first.
 *
 * Core retries a use case once after this; a surface that still sees it answers «try again» (409), or 412 where the
 * caller named the revision that it had read.
 */
export class StaleWriteError extends Error {
  override readonly name = 'StaleWriteError';

  readonly aggregateId: string;

  constructor(aggregateId: string) {
    super('The record was changed by someone else in the meantime');
    this.aggregateId = aggregateId;
  }
}

/** For work that is done again anyway: lets a lost race pass, and nothing else. */
export function unlessStale(error: unknown): void {
  if (!(error instanceof StaleWriteError)) throw error;
}
