import type { AccountKey, OrganisationId, PersonId } from './ids.ts';

/**
 * Who acts, as `signIn` found out from a verified proof. Only `signIn` makes one outside of tests.
 *
 * `guest` is a person from outside the organisation (Entra's `acct = 1`): a partner, who sees what reaches partners.
 */
export type Actor = {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly account: AccountKey;
  readonly guest: boolean;
  readonly administrator: boolean;
};

/**
 * The app of a Confluence site that is linked to an organisation, acting by itself and for nobody. Only `signInApp` makes
 * one outside of tests.
 */
export type SiteApp = {
  readonly cloudId: string;
  readonly siteUrl: string;
  readonly organisationId: OrganisationId;
};
