import type { BeginAttemptInput, PublicationView } from '@copse/core/contracts';
import { publishingLimits as limits } from '@copse/core/vocabulary';
import { outcomeOf, publishingOf } from '../../publishing/attempt.ts';
import { readPage } from '../../publishing/confluence.ts';
import { type PresentPage, presentOf, publish } from '../../publishing/publish.ts';
import { api } from '../api/client.ts';
import type { Answer } from '../api/response.ts';
import { serviceUrl } from '../host/host.ts';
import { askAsUser } from './ask-as-user.ts';
import { failed } from './failure.ts';

export type Destination = Pick<Partial<BeginAttemptInput>, 'connectionId' | 'onto' | 'confirm'>;

/** How it stands now, and whether what was changed on the page became a new version of the practice. */
export type Settled = { readonly publication: PublicationView; readonly takenBack: boolean };

/** Somebody who publishes the page again and again meanwhile is let through. */
const TRIES = 5;

/**
 * Brings a practice and its page together, as the person who pressed the button: writes the page, takes back what was
 * changed on it, or finds that somebody has to choose. Answers how it stands then.
 */
export async function publishAsUser(practiceId: string, to: Destination): Promise<Answer<Settled>> {
  let page: BeginAttemptInput['page'];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const begun = await api.beginAttempt(practiceId, { ...to, ...(page ? { page } : {}) });
    if (!begun.ok) return begun;
    const step = begun.value;
    if (step.next === 'read-page') {
      const read = await readPage(askAsUser, step.pageId);
      if (!read.ok) return failed(read.failure);
      page = pageNow(presentOf(read.value));
      continue;
    }
    if (step.next !== 'write') return settled(step.publication, step.next === 'taken-back');

    const outcome = await publish(askAsUser, publishingOf(step.attempt, serviceUrl()));
    const told = await api.reportOutcome(step.attempt.id, outcomeOf(outcome));
    const present = outcome.ok ? outcome.value.editedSince : outcome.present;
    if (!outcome.ok && !present) return failed(outcome.failure);
    if (!told.ok) return told;
    if (!present) {
      const now = await api.publication(practiceId);
      return now.ok ? settled(now.value, false) : now;
    }
    page = pageNow(present);
  }
  return failed('edited-meanwhile');
}

const settled = (publication: PublicationView, takenBack: boolean): Answer<Settled> => ({
  ok: true,
  value: { publication, takenBack },
});

/** A page that is beyond all limits is told without its text: the practice can still be kept. */
function pageNow({ pageId, version, title, context, body }: PresentPage): BeginAttemptInput['page'] {
  const page = { id: pageId, version, title: title.slice(0, limits.pageTitle) };
  const tooLarge = context.length > limits.pageContext || body.length > limits.pageBody;
  return tooLarge ? { ...page, context: '', body: '', tooLarge } : { ...page, context, body };
}
