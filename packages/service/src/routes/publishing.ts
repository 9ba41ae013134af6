import type { Core } from '@copse/core';
import {
  attemptAnswer,
  beginAttemptInput,
  choosePublicationInput,
  claimed,
  claimInput,
  draftFromPageInput,
  outcomeAnswer,
  outcomeInput,
  pageEditedAnswer,
  pageEditedInput,
  pageGoneAnswer,
  practiceView,
  publicationView,
  queuePublicationInput,
  stalledSitesView,
} from '@copse/core/contracts';
import { publishingLimits } from '@copse/core/vocabulary';
import { z } from 'zod';
import { appRoutesAbout, ids, optionalBody, type Route, routesAbout, sharedRoutesAbout } from '../http/route.ts';

const TAG = 'Publishing';
const practice = ids('practiceId');
/** An id of Confluence. */
const page = z.strictObject({
  pageId: z
    .string()
    .regex(/^[\w:.-]+$/u)
    .max(publishingLimits.pageId),
});

const prepareRefusals = [
  'no-such-practice',
  'not-allowed',
  'not-publishable',
  'community-closed',
  'confirm-needed',
  'space-not-connected',
  'no-source-page',
  'being-published',
] as const;

/** Practices and their pages in Confluence, as people see them. */
export function publishingRoutes({ publishing }: Core): Route[] {
  const route = routesAbout(TAG);
  return [
    route('GET', '/practices/:practiceId/publication', {
      summary: 'How it stands with the page of a practice in Confluence',
      params: practice,
      answer: publicationView,
      refusals: ['no-such-practice'],
      run: publishing.seePublication,
    }),
    route('POST', '/practices/:practiceId/publication', {
      summary: 'Asks for a practice to be put on a page; Confluence fetches it within minutes',
      params: practice,
      body: optionalBody(queuePublicationInput),
      answer: publicationView,
      refusals: [...prepareRefusals, 'choice-needed', 'confluence-only'],
      run: publishing.queuePublication,
    }),
    route('DELETE', '/practices/:practiceId/publication', {
      summary: 'Cuts the link between a practice and its page, which stays as it is',
      params: practice,
      answer: publicationView,
      refusals: ['no-such-practice', 'not-allowed', 'already-so'],
      run: publishing.withdrawPublication,
    }),
    route('POST', '/practices/:practiceId/publication/attempts', {
      summary: 'Begins to put a practice on its page as whoever is in Confluence, and says what is to be done',
      params: practice,
      body: beginAttemptInput,
      answer: attemptAnswer,
      refusals: [...prepareRefusals, 'confluence-only'],
      run: publishing.beginAttempt,
    }),
    route('POST', '/practices/:practiceId/publication/choice', {
      summary: 'Says what becomes of a practice and a page that were both changed',
      params: practice,
      body: choosePublicationInput,
      answer: publicationView,
      refusals: [
        'no-such-practice',
        'not-allowed',
        'choice-outdated',
        'page-does-not-fit',
        'practice-retired',
        'community-closed',
      ],
      run: publishing.chooseText,
    }),
    route('GET', '/communities/:communityId/stalled-sites', {
      summary: 'Confluence sites that fetch nothing, although practices of a community wait for them',
      params: ids('communityId'),
      answer: stalledSitesView,
      refusals: ['no-such-community', 'not-allowed'],
      run: publishing.seeStalledSites,
    }),
    route('GET', '/organisation/stalled-sites', {
      summary: 'Confluence sites that fetch nothing, although practices of the organisation wait for them',
      answer: stalledSitesView,
      refusals: ['not-allowed'],
      run: publishing.seeEveryStalledSite,
    }),
    route('POST', '/practices/from-page', {
      summary: 'Begins a practice as a draft from a page of Confluence',
      body: draftFromPageInput,
      status: 201,
      answer: practiceView,
      refusals: [
        'confluence-only',
        'site-not-linked',
        'no-such-community',
        'not-taking-part',
        'community-closed',
        'page-already-kept',
      ],
      run: publishing.draftFromPage,
    }),
  ];
}

/** What our app in Confluence fetches and tells, by itself. */
export function publishingAppRoutes({ publishing }: Core): Route[] {
  const app = appRoutesAbout(TAG);
  return [
    app('POST', '/publications/claim', {
      summary: 'Hands out what waits to be put on pages of the site',
      body: optionalBody(claimInput),
      answer: claimed,
      run: publishing.claimPublications,
    }),
    sharedRoutesAbout(TAG)('POST', '/publications/attempts/:attemptId/outcome', {
      summary: 'Tells what became of an attempt; told again, it changes nothing',
      params: ids('attemptId'),
      body: outcomeInput,
      answer: outcomeAnswer,
      refusals: ['no-such-attempt'],
      run: publishing.recordOutcome,
    }),
    app('POST', '/publications/pages/:pageId/edits', {
      summary: 'Tells what a page says now that somebody has edited it',
      params: page,
      body: pageEditedInput,
      answer: pageEditedAnswer,
      run: publishing.reportPageEdit,
    }),
    app('POST', '/publications/pages/:pageId/gone', {
      summary: 'Tells that a page was deleted',
      params: page,
      answer: pageGoneAnswer,
      run: publishing.reportPageGone,
    }),
  ];
}
