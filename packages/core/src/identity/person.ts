import { isDeepStrictEqual } from 'node:util';
import { type Change, change } from '../kernel/change.ts';
import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { PersonEvent } from './events.ts';
import { type Skill, usualWorkingHours, type WorkingHours } from './profile.ts';

/** A person of an organisation, as they describe themselves. How hosts know them is their accounts. */
export type Person = {
  readonly id: PersonId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  /** The person wrote the name themselves, so tokens no longer change it. */
  readonly nameByHand: boolean;
  readonly affiliation: string | undefined;
  /** The people they work with every day: introductions lead beyond it, and no mentor comes from it. */
  readonly team: string | undefined;
  readonly guest: boolean;
  readonly administrator: boolean;
  /** They administer because a token carries the role; they stop when it no longer does. */
  readonly administratorByRole: boolean;
  /** IANA zone. */
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  readonly languages: readonly string[];
  readonly interests: readonly string[];
  readonly skills: readonly Skill[];
  readonly challenge: string | undefined;
  /** Nobody is behind this account, so it is introduced to nobody and is nobody's mentor. */
  readonly serviceAccount: boolean;
  readonly profileStarted: boolean;
  readonly createdAt: Date;
  readonly revision: number;
};

export type PersonChange = Change<Person, PersonEvent>;

/** The name of a person whom only Confluence knows, until they say theirs: a Forge token carries none. */
export const SOMEONE_FROM_CONFLUENCE = 'Someone from Confluence';
/** The same for the bot, when the channel did not say a name. */
export const SOMEONE_FROM_TEAMS = 'Someone from Teams';

type Newcomer = Pick<
  Person,
  'id' | 'organisationId' | 'name' | 'guest' | 'administrator' | 'administratorByRole' | 'createdAt'
>;

/** A person at first sight: what the host said about them, and an empty profile. */
export function welcome(newcomer: Newcomer): PersonChange {
  const person: Person = {
    ...newcomer,
    nameByHand: false,
    affiliation: undefined,
    team: undefined,
    timeZone: 'UTC',
    workingHours: usualWorkingHours,
    languages: [],
    interests: [],
    skills: [],
    challenge: undefined,
    serviceAccount: false,
    profileStarted: false,
    revision: 0,
  };
  return change(person, { type: 'person.joined-organisation', personId: person.id });
}

/** What a person may change about themselves. An empty affiliation, team or challenge takes it away. */
export type ProfileEdit = {
  readonly [
    Field in
      | 'name'
      | 'affiliation'
      | 'team'
      | 'timeZone'
      | 'workingHours'
      | 'languages'
      | 'interests'
      | 'skills'
      | 'challenge'
  ]?: Person[Field] | undefined;
};

/** Applies what the person sent and leaves the rest. The first edit starts the profile, even if it changes nothing. */
export function editProfile(person: Person, edit: ProfileEdit): PersonChange | undefined {
  const edited: Person = {
    ...person,
    name: edit.name ?? person.name,
    nameByHand: person.nameByHand || (edit.name !== undefined && edit.name !== person.name),
    affiliation: (edit.affiliation ?? person.affiliation) || undefined,
    team: (edit.team ?? person.team) || undefined,
    timeZone: edit.timeZone ?? person.timeZone,
    workingHours: edit.workingHours ?? person.workingHours,
    languages: edit.languages ?? person.languages,
    interests: edit.interests ?? person.interests,
    skills: distinctSkills(edit.skills ?? person.skills),
    challenge: (edit.challenge ?? person.challenge) || undefined,
    profileStarted: true,
  };
  if (isDeepStrictEqual(edited, person)) return undefined;
  return change(edited, { type: 'person.edited', personId: person.id });
}

/** An administrator says whether there is a person behind the account. Said again, nothing changes. */
export function markServiceAccount(person: Person, serviceAccount: boolean): PersonChange | undefined {
  if (person.serviceAccount === serviceAccount) return undefined;
  return change({ ...person, serviceAccount }, { type: 'person.edited', personId: person.id });
}

/** What a proof says about a person; a field that this kind of proof does not know is `undefined`. */
export type Credentials = {
  readonly name: string | undefined;
  readonly guest: boolean | undefined;
  readonly role: boolean | undefined;
  /** One of the person's accounts is on the configured list; `undefined` where there is no list. */
  readonly listed: boolean | undefined;
  /** The organisation has never had an administrator, and has no list of them. */
  readonly first: boolean;
};

/** The part of a person that proofs decide. It is read on every request, so it is small. */
export type Standing = Pick<Person, 'name' | 'nameByHand' | 'guest' | 'administrator' | 'administratorByRole'>;

/**
 * Takes over what a proof says: the name until the person has written their own, and whether they are a guest.
 *
 * The administrator's right follows the role and the list wherever they speak. Only the first colleague of an
 * organisation without a list administers with neither, and that is kept. `undefined` when nothing is new, which is
 * nearly always.
 */
export function updateStanding(standing: Standing, said: Credentials): Standing | undefined {
  const kept = said.listed === undefined && standing.administrator && !standing.administratorByRole;
  const byRole = said.role ?? standing.administratorByRole;
  const name = standing.nameByHand || !said.name ? standing.name : said.name;
  const guest = said.guest ?? standing.guest;
  const administrator = byRole || said.listed === true || kept || (said.first && !guest);
  const administratorByRole = byRole && !kept;

  const same =
    name === standing.name &&
    guest === standing.guest &&
    administrator === standing.administrator &&
    administratorByRole === standing.administratorByRole;
  return same ? undefined : { name, nameByHand: standing.nameByHand, guest, administrator, administratorByRole };
}

/** The person with what a proof says about them, or `undefined` when nothing is new. */
export function refresh(person: Person, said: Credentials): PersonChange | undefined {
  const standing = updateStanding(person, said);
  return standing && change({ ...person, ...standing }, { type: 'person.edited', personId: person.id });
}

/** Each topic once per level, in the order given. */
function distinctSkills(skills: readonly Skill[]): readonly Skill[] {
  return [...new Map(skills.map((skill) => [`${skill.topic}\n${skill.level}`, skill])).values()];
}
