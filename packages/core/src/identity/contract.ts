import { z } from 'zod';
import { id, instant, line, pageOf, pageQuery, personCard, topic, topics } from '../kernel/contract.ts';
import { profileLimits as limits, skillLevels } from './profile.ts';

const timeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'Not a time zone of the IANA list, such as Europe/Berlin.');

const wallClock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'Write times as HH:MM, from 00:00 to 23:59.');

export const workingHours = z
  .strictObject({
    days: z
      .array(z.int().min(1).max(7))
      .max(7)
      .transform((all) => [...new Set(all)].sort((a, b) => a - b)),
    from: wallClock,
    to: wallClock,
  })
  .refine(({ from, to }) => from < to, 'The end of the working day must come after its start.');

export const skill = z.strictObject({ topic, level: z.enum(skillLevels) });

const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u, 'Use a language tag such as en or de-AT.');

/** Each person describes themselves; every field is optional, and only what is sent changes. */
export const editProfileInput = z.strictObject({
  name: line(1, limits.name).optional(),
  affiliation: line(0, limits.affiliation).optional(),
  team: line(0, limits.team).optional(),
  timeZone: timeZone.optional(),
  workingHours: workingHours.optional(),
  languages: z.array(languageTag).max(limits.languages).optional(),
  interests: topics(limits.interests).optional(),
  skills: z.array(skill).max(limits.skills).optional(),
  challenge: line(0, limits.challenge).optional(),
});
export type EditProfileInput = z.output<typeof editProfileInput>;

export const accountView = z.object({
  /** Short and harmless to show: the kind and where it lives, never a token or a secret. */
  kind: z.enum(['entra', 'atlassian']),
  label: z.string(),
  linkedAt: instant,
  current: z.boolean(),
});

export const siteView = z.object({ cloudId: z.string(), url: z.string(), linkedAt: instant });
export type SiteView = z.output<typeof siteView>;

/** Everything that a person sees about themselves. */
export const meView = z.object({
  id,
  name: z.string(),
  affiliation: z.string().optional(),
  team: z.string().optional(),
  /** As the organisation's directory says; only oneself sees it. */
  manager: personCard.optional(),
  /** An administrator, or the directory, says that nobody is behind this account. */
  serviceAccount: z.boolean(),
  guest: z.boolean(),
  administrator: z.boolean(),
  timeZone: z.string(),
  workingHours: z.object({ days: z.array(z.int()), from: z.string(), to: z.string() }),
  languages: z.array(z.string()),
  interests: z.array(z.string()),
  skills: z.array(z.object({ topic: z.string(), level: z.enum(skillLevels) })),
  challenge: z.string().optional(),
  /** False until the person has edited their profile once: screens then invite them to name interests. */
  profileStarted: z.boolean(),
  accounts: z.array(accountView),
  organisation: z.object({ id, name: z.string() }),
  revision: z.int(),
  abilities: z.object({ administer: z.boolean(), foundCommunity: z.boolean() }),
});
export type MeView = z.output<typeof meView>;

/** What colleagues may see of each other. */
export const personView = personCard.extend({
  id,
  team: z.string().optional(),
  serviceAccount: z.boolean(),
  timeZone: z.string(),
  interests: z.array(z.string()),
  skills: z.array(z.object({ topic: z.string(), level: z.enum(skillLevels) })),
  challenge: z.string().optional(),
  languages: z.array(z.string()),
  abilities: z.object({ markServiceAccount: z.boolean() }),
});
export type PersonView = z.output<typeof personView>;

/** Whether nobody is behind an account: then it is introduced to nobody, and is nobody's mentor. */
export const serviceAccountInput = z.strictObject({ serviceAccount: z.boolean() });
export type ServiceAccountInput = z.output<typeof serviceAccountInput>;

export const peopleQuery = z.strictObject({ q: line(1, 80).optional(), ...pageQuery });
export type PeopleQuery = z.output<typeof peopleQuery>;
export const peoplePage = pageOf(personCard);
export type PeoplePage = z.output<typeof peoplePage>;

/** A one-time code, shown once. `code` is written in two groups: `ABCD-2345`. */
export const linkCodeView = z.object({ code: z.string(), expiresAt: instant });
export type LinkCodeView = z.output<typeof linkCodeView>;

/** Codes forgive lower case, spaces and the hyphen. */
export const redeemCodeInput = z.strictObject({ code: z.string().max(40) });
export type RedeemCodeInput = z.output<typeof redeemCodeInput>;

/** How a Confluence site stands; all that a site which is not linked may learn. */
export const siteStatus = z.object({
  linked: z.boolean(),
  siteUrl: z.string(),
  organisation: z.object({ name: z.string() }).optional(),
});
export type SiteStatus = z.output<typeof siteStatus>;

export const organisationView = z.object({
  id,
  name: z.string(),
  revision: z.int(),
  sites: z.array(siteView),
  administrators: z.array(personCard),
});
export type OrganisationView = z.output<typeof organisationView>;
export const editOrganisationInput = z.strictObject({ name: line(2, 120) });
export type EditOrganisationInput = z.output<typeof editOrganisationInput>;

/** The word protects against a slip of the hand; surfaces ask the person to type it. */
export const eraseMeInput = z.strictObject({ confirm: z.literal('erase') });
export type EraseMeInput = z.output<typeof eraseMeInput>;

/** All that is held about a person, one section per slice; sections are plain rows with readable keys. */
export const personalExport = z.object({
  format: z.literal('copse-personal-export/1'),
  madeAt: instant,
  person: meView,
  sections: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
export type PersonalExport = z.output<typeof personalExport>;
