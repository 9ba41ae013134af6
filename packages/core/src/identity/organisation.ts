import { change, type Change } from '../kernel/change.ts';
import type { OrganisationId } from '../kernel/ids.ts';

/** An Entra tenant, with zero or more Confluence sites. People, communities and practices belong to exactly one. */
export type Organisation = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly entraTenantId: string | undefined;
  readonly createdAt: Date;
  readonly revision: number;
};

export type Site = {
  readonly cloudId: string;
  readonly organisationId: OrganisationId;
  readonly url: string;
  readonly linkedAt: Date;
};

/** Tokens do not carry the name of a tenant, so an organisation is called this until an administrator names it. */
export const UNNAMED_ORGANISATION = 'Our organisation';

/** The same name again changes nothing. */
export function renameOrganisation(organisation: Organisation, name: string): Change<Organisation, never> | undefined {
  return name === organisation.name ? undefined : change({ ...organisation, name });
}
