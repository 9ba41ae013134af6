import type { Core } from '@copse/core';
import { sharedCommunity, sharedGathering, sharedPractice, sharedQuestion } from '../cards/share-card.ts';
import { resultsBody, unfurledBody } from '../invoke-body.ts';
import type { Subject } from '../links.ts';
import type { Reply, Turn } from '../turn.ts';
import { resultsOf, type ToShare } from './results.ts';

/**
 * Turns a pasted link of ours into a card. Whoever may not see what it leads to gets no card, as for a link that leads to
 * nothing; and what not all readers may see is not told to them, whoever pastes the link.
 */
export async function unfurlLink(core: Core, turn: Turn, value: unknown): Promise<Reply> {
  const url = typeof value === 'object' && value !== null ? (value as { url?: unknown }).url : undefined;
  const subject = typeof url === 'string' ? turn.links.subjectOf(url) : undefined;
  const seen = subject && (await see(core, turn, subject));
  const [result] = seen ? await resultsOf(core, turn, [seen]) : [];
  return { body: result ? unfurledBody(result) : resultsBody([]) };
}

async function see(core: Core, { actor }: Turn, { kind, id }: Subject): Promise<ToShare | undefined> {
  switch (kind) {
    case 'communities': {
      const seen = await core.communities.seeCommunity(actor, { communityId: id });
      return seen.ok ? { ...sharedCommunity(seen.value), community: seen.value } : undefined;
    }
    case 'practices': {
      const seen = await core.practices.seePractice(actor, { practiceId: id });
      return seen.ok ? { ...sharedPractice(seen.value), content: seen.value } : undefined;
    }
    case 'questions': {
      const seen = await core.questions.seeQuestion(actor, { questionId: id });
      return seen.ok ? { ...sharedQuestion(seen.value), content: seen.value } : undefined;
    }
    case 'gatherings': {
      const seen = await core.gatherings.seeGathering(actor, { occurrenceId: id });
      return seen.ok ? { ...sharedGathering(seen.value), content: seen.value } : undefined;
    }
  }
}
