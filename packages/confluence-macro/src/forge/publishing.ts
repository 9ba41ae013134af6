import type { Claimed, OutcomeAnswer, PageEditedAnswer, PageGoneAnswer } from '@copse/core/contracts';
import { editOf, outcomeOf, publishingOf } from '../publishing/attempt.ts';
import { emptyQueue } from '../publishing/empty-queue.ts';
import { followPage } from '../publishing/page-events.ts';
import type { PresentPage } from '../publishing/publish.ts';
import { askAsApp } from './ask-confluence.ts';
import { serviceUrl } from './deployment.ts';
import { postToService } from './service.ts';

/** manifest.yml gives the function two minutes. */
const RUN_MS = 110_000;
/** Few, so that a run that is killed leaves little to wait for its lease. */
const AT_A_TIME = 3;

/** Every five minutes: writes what was queued in Teams to its pages. Tells how many. */
export async function publishQueued(): Promise<number> {
  const until = Date.now() + RUN_MS;
  return emptyQueue(askAsApp, {
    left: () => until - Date.now(),
    async claim() {
      const claimed = await postToService<Claimed>('/publications/claim', { limit: AT_A_TIME });
      const attempts = claimed.ok ? claimed.value.attempts : [];
      return attempts.map((attempt) => ({
        ...publishingOf(attempt, serviceUrl),
        attemptId: attempt.id,
        markedOnly: true,
      }));
    },
    async report({ attemptId }, outcome) {
      // Lost reports do no harm: the attempt is handed out again, and its page is recognised.
      await postToService<OutcomeAnswer>(`/publications/attempts/${attemptId}/outcome`, outcomeOf(outcome));
    },
    edited: async (page, attempt) => (await tellEdited(page, attempt?.attemptId)) === 'still-to-write',
  });
}

async function tellEdited(page: PresentPage, attemptId?: string): Promise<PageEditedAnswer['became'] | undefined> {
  const path = `/publications/pages/${encodeURIComponent(page.pageId)}/edits`;
  const answer = await postToService<PageEditedAnswer>(path, editOf(page, attemptId));
  return answer.ok ? answer.value.became : undefined;
}

/** After somebody edited or deleted a page. */
export const pageChanged = (event: unknown): Promise<void> =>
  followPage(
    {
      ask: askAsApp,
      edited: async (page) => void (await tellEdited(page)),
      gone: async (id) =>
        void (await postToService<PageGoneAnswer>(`/publications/pages/${encodeURIComponent(id)}/gone`, {})),
    },
    event,
  );
