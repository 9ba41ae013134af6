import { createHash } from 'node:crypto';

/** The fictional company of the workbench, with the identifiers that its Entra tenant and Confluence site would have. */
export const organisation = {
  name: 'Lindenhof Tools',
  tenantId: '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4',
  entraClientId: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
  teamsAppId: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1',
  botAppId: 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920',
  botAppPassword: 'workbench-only-not-a-secret',
  graphClientSecret: 'workbench-only-not-a-secret-either',
  forgeAppId: 'ari:cloud:ecosystem::app/6e0c1d52-97f4-4a3b-8f27-d1b9e5a40c36',
  forgeEnvironmentId: '1a9c7be2-55d0-4c8f-b1a3-7f20e6d94b18',
  forgeInstallationId: 'b7f0a5c9-2e64-4d31-8c90-3a6e1f75d204',
  cloudId: '3f6d8e21-0b4a-4c97-a5d2-e81c9b70f643',
  siteUrl: 'https://lindenhof.atlassian.net',
  /** The one space of the site, and the account under which the app itself writes there. */
  space: { id: '65537', key: 'ENG', name: 'Engineering' },
  forgeAccountId: '557058:3b1c6f0a-7e25-4d4e-9c0b-5a8f2d6e1b97',
} as const;

/** What each sample person is there to show; the chooser of the workbench says it in words. */
export type Part = 'member' | 'newcomer' | 'coordinator' | 'guest' | 'sponsor' | 'administrator';

export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  readonly part: Part;
  /** One sentence for the chooser, in the person's situation. */
  readonly about: string;
  readonly affiliation: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly email: string;
  readonly objectId: string;
  readonly atlassianId: string;
  readonly colour: string;
}

/** Stable identifiers from a readable name, so that a person keeps the same account over every start. */
const guid = (seed: string) => {
  const hex = createHash('sha256').update(`copse-workbench:${seed}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const person = (given: Omit<SamplePerson, 'objectId' | 'atlassianId'>): SamplePerson => ({
  ...given,
  objectId: guid(`entra:${given.key}`),
  atlassianId: `712020:${guid(`atlassian:${given.key}`)}`,
});

export const people: readonly SamplePerson[] = [
  person({
    key: 'mara',
    name: 'Mara Vogel',
    part: 'member',
    about: 'Design engineer in Basel. Takes part in three communities.',
    affiliation: 'Lindenhof Tools · Product design',
    timeZone: 'Europe/Zurich',
    locale: 'en-GB',
    email: 'mara.vogel@lindenhof.example',
    colour: '#7a4b8c',
  }),
  person({
    key: 'tomas',
    name: 'Tomás Ferreira',
    part: 'newcomer',
    about: 'Started three weeks ago in Porto. Looks for people who share his interests.',
    affiliation: 'Lindenhof Tools · Embedded software',
    timeZone: 'Europe/Lisbon',
    locale: 'en-GB',
    email: 'tomas.ferreira@lindenhof.example',
    colour: '#b3541e',
  }),
  person({
    key: 'jonas',
    name: 'Jonas Keller',
    part: 'coordinator',
    about: 'Coordinates the accessibility guild from Winterthur.',
    affiliation: 'Lindenhof Tools · Digital services',
    timeZone: 'Europe/Zurich',
    locale: 'en-GB',
    email: 'jonas.keller@lindenhof.example',
    colour: '#1f6f5c',
  }),
  person({
    key: 'priya',
    name: 'Priya Raman',
    part: 'guest',
    about: 'Works at the partner Nordlicht Components in Pune; a guest at Lindenhof.',
    affiliation: 'Nordlicht Components',
    timeZone: 'Asia/Kolkata',
    locale: 'en-IN',
    email: 'priya.raman@nordlicht.example',
    colour: '#a23b5c',
  }),
  person({
    key: 'helen',
    name: 'Helen Okafor',
    part: 'sponsor',
    about: 'Vice president of engineering in Chicago. Sponsors two communities.',
    affiliation: 'Lindenhof Tools · Engineering',
    timeZone: 'America/Chicago',
    locale: 'en-US',
    email: 'helen.okafor@lindenhof.example',
    colour: '#2d5f9a',
  }),
  person({
    key: 'sven',
    name: 'Sven Lindqvist',
    part: 'administrator',
    about: 'Runs Teams and Confluence for the company, from Gothenburg.',
    affiliation: 'Lindenhof Tools · IT',
    timeZone: 'Europe/Stockholm',
    locale: 'en-GB',
    email: 'sven.lindqvist@lindenhof.example',
    colour: '#5b6b2f',
  }),
];

export const findPerson = (key: string): SamplePerson | undefined => people.find((person) => person.key === key);

export const entraAccount = (person: SamplePerson) => `entra:${organisation.tenantId}:${person.objectId}`;
export const atlassianAccount = (person: SamplePerson) => `atlassian:${organisation.cloudId}:${person.atlassianId}`;
