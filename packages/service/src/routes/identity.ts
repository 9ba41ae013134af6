import type { Core } from '@copse/core';
import {
  editOrganisationInput,
  editProfileInput,
  eraseMeInput,
  linkCodeView,
  meView,
  organisationView,
  peoplePage,
  peopleQuery,
  personalExport,
  personView,
  redeemCodeInput,
  serviceAccountInput,
  siteStatus,
} from '@copse/core/contracts';
import { z } from 'zod';
import { ids, nothing, type Route, routesAbout, siteRoutesAbout } from '../http/route.ts';

const siteParams = z.strictObject({ cloudId: z.string().min(1).max(64) });

/** The person who is signed in, their accounts, and the people they may look up. */
export function identityRoutes({ identity }: Core): Route[] {
  const me = routesAbout('Me');
  const people = routesAbout('People');
  return [
    me('GET', '/me', { summary: 'Who I am', answer: meView, run: identity.seeMe }),
    me('PATCH', '/me', {
      summary: 'Edits my profile; what is not sent stays',
      body: editProfileInput,
      edits: true,
      answer: meView,
      refusals: ['changed-meanwhile'],
      run: identity.editProfile,
    }),
    me('DELETE', '/me', {
      summary: 'Erases me; what I contributed stays, unnamed',
      body: eraseMeInput,
      status: 204,
      answer: nothing,
      refusals: ['sole-coordinator', 'sole-administrator'],
      run: identity.eraseMe,
    }),
    me('GET', '/me/export', { summary: 'All that is held about me', answer: personalExport, run: identity.exportMe }),
    me('POST', '/me/link-codes', {
      summary: 'A one-time code that links another account to mine',
      status: 201,
      secret: true,
      answer: linkCodeView,
      run: identity.issueLinkCode,
    }),
    me('POST', '/me/link-codes/redeem', {
      summary: 'Links this account to the one that the code was made for',
      body: redeemCodeInput,
      answer: meView,
      refusals: [
        'two-teams-accounts',
        'wrong-code',
        'code-expired',
        'too-many-tries',
        'same-account-already',
        'other-organisation',
      ],
      run: identity.redeemLinkCode,
    }),
    people('GET', '/people', {
      summary: 'Finds people by name',
      query: peopleQuery,
      answer: peoplePage,
      run: identity.findPeople,
    }),
    people('GET', '/people/:personId', {
      summary: 'What a person tells about themselves',
      params: ids('personId'),
      answer: personView,
      refusals: ['no-such-person'],
      run: identity.seePerson,
    }),
    people('PUT', '/people/:personId/service-account', {
      summary: 'Says whether nobody is behind an account, which is then introduced to nobody',
      params: ids('personId'),
      body: serviceAccountInput,
      answer: personView,
      refusals: ['not-allowed', 'no-such-person'],
      run: identity.markServiceAccount,
    }),
  ];
}

/** The organisation and its Confluence sites. */
export function organisationRoutes({ identity }: Core): Route[] {
  const organisation = routesAbout('Organisation');
  return [
    organisation('GET', '/organisation', {
      summary: 'My organisation, its sites and administrators',
      answer: organisationView,
      run: identity.seeOrganisation,
    }),
    organisation('PATCH', '/organisation', {
      summary: 'Names the organisation',
      body: editOrganisationInput,
      answer: organisationView,
      refusals: ['not-allowed', 'changed-meanwhile'],
      run: identity.editOrganisation,
    }),
    organisation('POST', '/organisation/site-codes', {
      summary: 'A one-time code that links a Confluence site',
      status: 201,
      secret: true,
      answer: linkCodeView,
      refusals: ['not-allowed'],
      run: identity.issueSiteCode,
    }),
    organisation('DELETE', '/organisation/sites/:cloudId', {
      summary: 'Ends the link with a Confluence site',
      params: siteParams,
      status: 204,
      answer: nothing,
      refusals: ['not-allowed', 'no-such-site'],
      run: identity.unlinkSite,
    }),
    siteRoutesAbout('Organisation', 'site')('GET', '/sites/current', {
      summary: 'Whether the Confluence site that asks is linked',
      answer: siteStatus,
      run: identity.seeSite,
    }),
    siteRoutesAbout('Organisation', 'settings-page')('POST', '/sites/redeem', {
      summary: 'Links the Confluence site that asks',
      body: redeemCodeInput,
      answer: siteStatus,
      refusals: ['wrong-code', 'code-expired', 'too-many-tries', 'site-linked-elsewhere'],
      run: identity.redeemSiteCode,
    }),
  ];
}
