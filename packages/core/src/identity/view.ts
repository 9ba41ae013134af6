import type { Actor } from '../kernel/actor.ts';
import { accountKind } from '../kernel/ids.ts';
import type { PersonCard } from '../kernel/contract.ts';
import type { LinkCodeView, MeView, OrganisationView, PersonView, SiteStatus, SiteView } from './contract.ts';
import { type LinkCode, showLinkCode } from './link-code.ts';
import type { Organisation, Site } from './organisation.ts';
import type { Person } from './person.ts';
import type { OwnPerson } from './ports.ts';
import { utc } from '../kernel/instant.ts';

export { type PersonCardRow, viewPersonCard } from './person-card.ts';

/** Everything that a person sees about themselves, seen with the account that they came with. */
export function viewMe({ person, accounts, organisation, manager }: OwnPerson, actor: Actor): MeView {
  return {
    ...tellOf(person),
    ...(manager ? { manager } : {}),
    administrator: person.administrator,
    workingHours: { ...person.workingHours, days: [...person.workingHours.days] },
    profileStarted: person.profileStarted,
    accounts: accounts.map(({ key, label, linkedAt }) => ({
      kind: accountKind(key),
      label,
      linkedAt: utc(linkedAt),
      current: key === actor.account,
    })),
    organisation: { id: organisation.id, name: organisation.name },
    revision: person.revision,
    // Partners take part in communities; founding them is for the organisation's own people.
    abilities: { administer: person.administrator, foundCommunity: !person.guest },
  };
}

/** What others may see: what the person tells about themselves, without working hours and accounts. */
export function viewPerson(person: Person, viewer: Pick<Actor, 'administrator'>): PersonView {
  return { ...tellOf(person), abilities: { markServiceAccount: viewer.administrator } };
}

function tellOf(person: Person) {
  return {
    id: person.id,
    name: person.name,
    ...(person.affiliation ? { affiliation: person.affiliation } : {}),
    ...(person.team ? { team: person.team } : {}),
    serviceAccount: person.serviceAccount,
    guest: person.guest,
    timeZone: person.timeZone,
    languages: [...person.languages],
    interests: [...person.interests],
    skills: person.skills.map(({ topic, level }) => ({ topic, level })),
    ...(person.challenge ? { challenge: person.challenge } : {}),
  };
}

export const viewLinkCode = ({ code, expiresAt }: LinkCode): LinkCodeView => ({
  code: showLinkCode(code),
  expiresAt: utc(expiresAt),
});

export const viewSite = ({ cloudId, url, linkedAt }: Site): SiteView => ({
  cloudId,
  url,
  linkedAt: utc(linkedAt),
});

export const viewSiteStatus = (siteUrl: string, organisation: Organisation | undefined): SiteStatus =>
  organisation ? { linked: true, siteUrl, organisation: { name: organisation.name } } : { linked: false, siteUrl };

export function viewOrganisation(
  { id, name, revision }: Organisation,
  sites: readonly Site[],
  administrators: readonly PersonCard[],
): OrganisationView {
  return { id, name, revision, sites: sites.map(viewSite), administrators: [...administrators] };
}
