import type { Core } from '@copse/core';
import {
  askToUnmaskInput,
  auditPage,
  conductView,
  decideUnmaskingInput,
  editConductInput,
  moderateInput,
  moderationPage,
  moderationQuery,
  moderationReceipt,
  neverUnmaskInput,
  reportInput,
  reportReceipt,
  unmaskingPage,
  unmaskingPolicyView,
  unmaskingView,
} from '@copse/core/contracts';
import { ids, paging, type Route, routesAbout } from '../http/route.ts';

const community = ids('communityId');

/** Trust: the code of conduct, reports and moderation, unmasking. */
export function trustRoutes({ trust }: Core): Route[] {
  const route = routesAbout('Trust');
  return [
    route('GET', '/communities/:communityId/conduct', {
      summary: 'The code of conduct, and whether I have agreed to it',
      params: community,
      answer: conductView,
      refusals: ['no-such-community'],
      run: trust.seeConduct,
    }),
    route('POST', '/communities/:communityId/conduct/acknowledge', {
      summary: 'I agree to the code of conduct; needed once before I write in a community',
      params: community,
      answer: conductView,
      refusals: ['no-such-community', 'not-taking-part'],
      run: trust.acknowledgeConduct,
    }),
    route('PUT', '/communities/:communityId/conduct', {
      summary: 'Writes the community’s own code of conduct; an empty text goes back to the usual one',
      params: community,
      body: editConductInput,
      answer: conductView,
      refusals: ['no-such-community', 'not-allowed', 'community-closed', 'changed-meanwhile'],
      edits: true,
      run: trust.editConduct,
    }),
    route('POST', '/reports', {
      summary: 'Tells the stewards that something is wrong; nobody learns that it was me',
      body: reportInput,
      status: 201,
      answer: reportReceipt,
      refusals: ['no-such-item', 'own-item'],
      run: trust.report,
    }),
    route('GET', '/communities/:communityId/reports', {
      summary: 'What was reported and nobody has answered yet',
      params: community,
      query: moderationQuery,
      answer: moderationPage,
      refusals: ['no-such-community', 'not-allowed'],
      run: trust.listReports,
    }),
    route('POST', '/moderation', {
      summary: 'Hides, restores, warns or dismisses, with a reason that the author is told',
      body: moderateInput,
      answer: moderationReceipt,
      refusals: ['no-such-item', 'not-allowed', 'own-item', 'already-so'],
      run: trust.moderate,
    }),
    route('GET', '/communities/:communityId/audit', {
      summary: 'What the stewards of the community did, the newest first',
      params: community,
      query: paging,
      answer: auditPage,
      refusals: ['no-such-community', 'not-allowed'],
      run: trust.listAudit,
    }),
    route('POST', '/unmaskings', {
      summary: 'Asks a second steward whether to find out who wrote something',
      body: askToUnmaskInput,
      status: 201,
      answer: unmaskingView,
      refusals: ['no-such-item', 'not-allowed', 'never-unmasked', 'not-anonymous', 'own-item', 'already-asked'],
      run: trust.askToUnmask,
    }),
    route('GET', '/communities/:communityId/unmaskings', {
      summary: 'For stewards all of the community; for me what was decided about what I wrote',
      params: community,
      query: paging,
      answer: unmaskingPage,
      refusals: ['no-such-community'],
      run: trust.listUnmaskings,
    }),
    route('POST', '/unmaskings/:unmaskingId/decision', {
      summary: 'Agrees or refuses, as the second steward',
      params: ids('unmaskingId'),
      body: decideUnmaskingInput,
      answer: unmaskingView,
      refusals: [
        'no-such-unmasking',
        'not-allowed',
        'never-unmasked',
        'second-steward-needed',
        'already-decided',
        'own-item',
      ],
      run: trust.decideUnmasking,
    }),
    route('POST', '/organisation/never-unmask', {
      summary: 'Promises that nobody will ever be unmasked; cannot be taken back',
      body: neverUnmaskInput,
      answer: unmaskingPolicyView,
      refusals: ['not-allowed'],
      run: trust.neverUnmask,
    }),
  ];
}
