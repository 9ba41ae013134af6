import type { OutcomeInput, PageEditedInput, PublicationAttempt } from '@copse/core/contracts';
import { lifeNames, publishingLimits } from '@copse/core/vocabulary';
import { counted, dayOf } from '../export/document.ts';
import type { PagePractice } from '../page/practice-page.ts';
import type { Outcome, PresentPage, Publishing } from './publish.ts';

/** What the service hands out to be written, as a page shows it. */
export function publishingOf(attempt: PublicationAttempt, serviceUrl: string): Publishing {
  const { practiceId, publicationId, spaceId, pageId, expectedVersion } = attempt;
  return {
    mark: { practiceId, publicationId },
    spaceId,
    practice: pagePracticeOf(attempt, serviceUrl),
    ...(pageId !== undefined && expectedVersion !== undefined
      ? { page: { id: pageId, version: expectedVersion } }
      : {}),
  };
}

function pagePracticeOf(attempt: PublicationAttempt, serviceUrl: string): PagePractice {
  const { title, context, body, version, community, credits, keptFrom } = attempt.practice;
  return {
    title,
    context,
    body,
    version,
    community: community.name,
    signs: signsOf(attempt.practice),
    credits: credits.map(({ name, credit }) => `${name} (${credit})`),
    ...(keptFrom ? { question: { title: keptFrom.title, url: `${serviceUrl}/open/questions/${keptFrom.id}` } } : {}),
    // The part behind # leads nowhere else: by it a page is known as the one of this publication.
    url: `${serviceUrl}/open/practices/${attempt.practiceId}#${attempt.publicationId}`,
  };
}

const signsOf = ({ life, endorsementCount, teamCount, reviewBy, owner }: PublicationAttempt['practice']): string[] => [
  lifeNames[life].name,
  ...(endorsementCount > 0 ? [counted(endorsementCount, 'endorsement')] : []),
  ...(teamCount > 0 ? [`used by ${counted(teamCount, 'team')}`] : []),
  ...(reviewBy ? [`review by ${dayOf(reviewBy)}`] : []),
  `kept by ${owner.name}`,
];

/** What became of an attempt, in the words of the service. */
export function outcomeOf(outcome: Outcome): OutcomeInput {
  if (!outcome.ok) {
    const { failure, retryAfterSeconds } = outcome;
    return { failure, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  }
  const { pageId, version, path, title, context, body } = outcome.value.page;
  return { pageId, version, path, text: { title, context, body } };
}

const LIMITS = publishingLimits;

/** What a page says now. One that is beyond all limits is told without its text. */
export function editOf(page: PresentPage, attemptId?: string): PageEditedInput {
  const { version, title, context, body, author } = page;
  const common = {
    version,
    title: title.slice(0, LIMITS.pageTitle),
    ...(author === undefined ? {} : { accountId: author }),
    ...(attemptId === undefined ? {} : { attemptId }),
  };
  const tooLarge = context.length > LIMITS.pageContext || body.length > LIMITS.pageBody;
  return tooLarge ? { ...common, tooLarge } : { ...common, context, body };
}
