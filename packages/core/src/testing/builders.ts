import { entraAccount, type OrganisationId, type PersonId } from '../kernel/ids.ts';
import type { Person } from '../identity/person.ts';
import type { Account } from '../identity/ports.ts';
import { usualWorkingHours } from '../identity/profile.ts';
import type { AtlassianProof, EntraProof } from '../identity/proof.ts';

export const aDay = new Date('2026-03-02T09:00:00.000Z');

/** A colleague who has described themselves, as a rule sees them. */
export const aPerson = (given: Partial<Person> = {}): Person => ({
  id: '01900000-0000-7000-8000-0000000000a1' as PersonId,
  organisationId: '01900000-0000-7000-8000-0000000000e1' as OrganisationId,
  name: 'Ada Byron',
  nameByHand: false,
  affiliation: undefined,
  team: undefined,
  guest: false,
  administrator: false,
  administratorByRole: false,
  timeZone: 'Europe/Berlin',
  workingHours: usualWorkingHours,
  languages: [],
  interests: [],
  skills: [],
  challenge: undefined,
  serviceAccount: false,
  profileStarted: true,
  createdAt: aDay,
  revision: 1,
  ...given,
});

export const anAccount = (given: Partial<Account> = {}): Account => ({
  key: entraAccount('northwind', 'ada'),
  label: 'ada@northwind.example',
  linkedAt: aDay,
  ...given,
});

/** What the service has read out of the token of a colleague. */
export const anEntraProof = (given: Partial<Omit<EntraProof, 'kind'>> = {}): EntraProof => ({
  kind: 'entra',
  tenantId: 'northwind',
  objectId: 'ada',
  name: 'Ada Byron',
  guest: false,
  administrator: false,
  ...given,
});

export const anAtlassianProof = (given: Partial<Omit<AtlassianProof, 'kind'>> = {}): AtlassianProof => ({
  kind: 'atlassian',
  cloudId: 'cloud-1',
  siteUrl: 'https://northwind.atlassian.net',
  accountId: '557058:ada',
  ...given,
});
