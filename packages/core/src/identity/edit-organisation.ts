import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { EditOrganisationInput, OrganisationView } from './contract.ts';
import { renameOrganisation } from './organisation.ts';
import type { OrganisationStore, PeopleQueries, SiteStore } from './ports.ts';
import { viewOrganisation } from './view.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

type Deps = {
  readonly organisations: Pick<OrganisationStore, 'get' | 'save'>;
  readonly sites: Pick<SiteStore, 'of'>;
  readonly directory: Pick<PeopleQueries, 'administrators'>;
};

/** Names the organisation, which its administrators may do. */
export async function editOrganisation(
  { organisations, sites, directory }: Deps,
  { organisationId, administrator }: Actor,
  { name, ifRevision }: EditOrganisationInput & Expecting,
): Promise<Result<OrganisationView, 'not-allowed' | 'changed-meanwhile'>> {
  if (!administrator) return refuse('not-allowed');
  const [organisation, linked, administrators] = await Promise.all([
    organisations.get(organisationId),
    sites.of(organisationId),
    directory.administrators(organisationId),
  ]);

  if (isStale(ifRevision, organisation)) return refuse('changed-meanwhile');
  const renamed = renameOrganisation(organisation, name);
  if (renamed) await organisations.save(renamed);
  return ok(viewOrganisation(renamed?.state ?? organisation, linked, administrators));
}
