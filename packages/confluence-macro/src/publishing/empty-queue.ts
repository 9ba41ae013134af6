import type { AskConfluence } from './confluence.ts';
import { type Outcome, type PresentPage, publish, type Publishing } from './publish.ts';

export type Attempt = Publishing & { readonly attemptId: string };

export type Queue = {
  /** The next few that wait; none when the queue is empty or the service cannot be reached. */
  readonly claim: () => Promise<readonly Attempt[]>;
  readonly report: (attempt: Attempt, outcome: Outcome) => Promise<void>;
  /** Tells what somebody made of the page. Answers whether the practice is still to be written over exactly that. */
  readonly edited: (page: PresentPage, attempt?: Attempt) => Promise<boolean>;
  /** Milliseconds that are left to this run. */
  readonly left: () => number;
};

/** One page takes three or four requests; with less time than this left, none is begun. */
const ENOUGH_MS = 12_000;
/** Somebody who publishes the page again and again meanwhile is let through. */
const TRIES = 3;

/**
 * Writes what was queued in Teams, one after the other, until nothing is left or the time is up. Whatever was claimed
 * and not reported is handed out again by the service later. Tells how many were written.
 */
export async function emptyQueue(ask: AskConfluence, queue: Queue): Promise<number> {
  const { claim, report, left } = queue;
  let written = 0;
  while (left() > ENOUGH_MS) {
    const attempts = await claim();
    if (attempts.length === 0) return written;
    for (const [index, attempt] of attempts.entries()) {
      if (left() < ENOUGH_MS) return written;
      const outcome = await carryOut(ask, queue, attempt);
      if (outcome?.ok) written += 1;
      if (outcome && !outcome.ok && outcome.failure === 'too-many-requests') {
        // Confluence wants to be left alone: the others wait for as long, instead of asking one by one.
        for (const other of attempts.slice(index + 1)) await report(other, outcome);
        return written;
      }
    }
  }
  return written;
}

/** Answers nothing where the service has settled the matter itself. */
async function carryOut(ask: AskConfluence, { report, edited }: Queue, attempt: Attempt): Promise<Outcome | undefined> {
  let { page } = attempt;
  for (let tries = 1; ; tries += 1) {
    const outcome = await publish(ask, { ...attempt, page });
    const present = outcome.ok ? undefined : outcome.present;
    if (!present || tries === TRIES) {
      await report(attempt, outcome);
      if (outcome.ok && outcome.value.editedSince) await edited(outcome.value.editedSince);
      return outcome;
    }
    if (!(await edited(present, attempt))) return undefined;
    page = { id: present.pageId, version: present.version };
  }
}
