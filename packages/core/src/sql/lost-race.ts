import { StaleWriteError } from '../kernel/errors.ts';

/**
 * Does it, and does it again when somebody else saved the same thing first: `tries` times in all, then the error is
 * the caller's. What is done must be one transaction, or read everything anew.
 */
export async function againAfterLostRace<Answer>(tries: number, work: () => Promise<Answer>): Promise<Answer> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 1 || !isLostRace(error)) throw error;
    }
  }
}

/** Somebody saved it first, or PostgreSQL ended one of two transactions that waited for each other (40P01, 40001). */
const isLostRace = (error: unknown) =>
  error instanceof StaleWriteError ||
  (error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001'));
