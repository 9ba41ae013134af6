import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { OrganisationView } from './contract.ts';
import type { OrganisationStore, PeopleQueries, SiteStore } from './ports.ts';
import { viewOrganisation } from './view.ts';

type Deps = {
  readonly organisations: Pick<OrganisationStore, 'get'>;
  readonly sites: Pick<SiteStore, 'of'>;
  readonly directory: Pick<PeopleQueries, 'administrators'>;
};

/** The actor's organisation, its linked Confluence sites, and whom to ask about it. */
export async function seeOrganisation(
  { organisations, sites, directory }: Deps,
  { organisationId }: Actor,
): Promise<Result<OrganisationView>> {
  const [organisation, linked, administrators] = await Promise.all([
    organisations.get(organisationId),
    sites.of(organisationId),
    directory.administrators(organisationId),
  ]);
  return ok(viewOrganisation(organisation, linked, administrators));
}
