import type { Actor } from '../kernel/actor.ts';
import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { UNNAMED_ORGANISATION } from './organisation.ts';
import { refresh, SOMEONE_FROM_CONFLUENCE, SOMEONE_FROM_TEAMS, updateStanding, welcome } from './person.ts';
import type { AccountStore, OrganisationStore, PersonStore, SiteStore } from './ports.ts';
import { accountOf, labelOf, type Proof, withPlainName } from './proof.ts';

type Deps = {
  readonly accounts: Pick<AccountStore, 'recognise'>;
  readonly people: Pick<PersonStore, 'find' | 'save' | 'settle'>;
  readonly organisations: Pick<OrganisationStore, 'ofTenant' | 'open' | 'lacksAdministrator'>;
  readonly sites: Pick<SiteStore, 'find'>;
  readonly newId: () => string;
  readonly now: () => Date;
};

/** The actor, and the name that the organisation knows them by. */
export type SignedIn = Actor & { readonly name: string };

/**
 * Turns a verified proof into the actor that every other use case asks for.
 *
 * For a person who is known and unchanged it only reads, in one go with whoever else signs in just then. At first sight
 * it creates what is missing: the organisation of an Entra tenant, the person and the account, once even when several
 * requests come at the same time. A guest opens no organisation (`unknown-tenant`), and a Confluence site must have been
 * linked to one (`site-not-linked`), now too.
 */
export async function signIn(
  deps: Deps,
  given: Proof,
): Promise<Result<SignedIn, 'unknown-tenant' | 'site-not-linked'>> {
  const { accounts, people, organisations, newId, now } = deps;
  const proof = withPlainName(given);
  const account = accountOf(proof);

  let known = await accounts.recognise(account);
  if (!known) {
    const organisationId = await (proof.kind === 'atlassian' ? siteHome(deps, proof) : tenantHome(deps, proof));
    if (!organisationId) return refuse(proof.kind === 'atlassian' ? 'site-not-linked' : 'unknown-tenant');

    const at = now();
    const newcomer = welcome({ ...firstImpression(proof), id: newId() as PersonId, organisationId, createdAt: at });
    await people.settle(newcomer, { key: account, label: labelOf(proof), linkedAt: at });
    known = await accounts.recognise(account);
    if (!known) throw new Error('An account is not there right after it was made');
  }
  if (proof.kind === 'atlassian' && !known.siteLinked) return refuse('site-not-linked');

  const { personId, organisationId } = known;
  const first =
    !known.administered &&
    proof.kind !== 'atlassian' &&
    known.listed === undefined &&
    (await organisations.lacksAdministrator(organisationId));
  const said = { ...credentials(proof), listed: known.listed, first };
  const news = updateStanding(known, said);
  if (news) {
    const person = await people.find(personId);
    const change = person && refresh(person, said);
    if (change) await people.save(change, { asFirst: first && change.state.administrator });
  }
  const { name, guest, administrator } = news ?? known;
  return ok({ personId, organisationId, account, guest, administrator, name });
}

const siteHome = ({ sites }: Pick<Deps, 'sites'>, { cloudId }: { cloudId: string }) =>
  sites.find(cloudId).then((site) => site?.organisationId);

/** The organisation of the tenant; a colleague's first request makes it. */
function tenantHome(
  { organisations, newId, now }: Pick<Deps, 'organisations' | 'newId' | 'now'>,
  { tenantId, guest }: { tenantId: string; guest?: boolean },
): Promise<OrganisationId | undefined> {
  return organisations.ofTenant(tenantId).then((existing) => {
    if (existing || guest) return existing?.id;
    const opened = { id: newId() as OrganisationId, name: UNNAMED_ORGANISATION, entraTenantId: tenantId };
    return organisations.open({ ...opened, createdAt: now(), revision: 1 }).then(({ id }) => id);
  });
}

/** How a newcomer starts; what the proof says beyond this is taken over right after, as it is for everyone. */
function firstImpression(proof: Proof) {
  const plain = { administrator: false, administratorByRole: false };
  switch (proof.kind) {
    case 'entra':
      return { ...plain, name: proof.name || SOMEONE_FROM_TEAMS, guest: proof.guest };
    case 'bot':
      return { ...plain, name: proof.name || SOMEONE_FROM_TEAMS, guest: proof.guest ?? true };
    case 'atlassian':
      return { ...plain, name: SOMEONE_FROM_CONFLUENCE, guest: false };
  }
}

/** A bot activity's name is only a first impression: the token's is the one that the organisation keeps. */
function credentials(proof: Proof) {
  switch (proof.kind) {
    case 'entra':
      return { name: proof.name, guest: proof.guest, role: proof.administrator };
    case 'bot':
      return { name: undefined, guest: proof.guest, role: undefined };
    case 'atlassian':
      return { name: undefined, guest: undefined, role: undefined };
  }
}
