import { change } from '../kernel/change.ts';
import { accountKind } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Person, PersonChange } from './person.ts';
import { profileLimits as limits, type Skill } from './profile.ts';
import type { Account, MergedPeople } from './ports.ts';

type WithAccounts = { readonly person: Person; readonly accounts: readonly Account[] };

export type MergeRefusal = 'same-account-already' | 'two-teams-accounts';

/**
 * Makes one person out of two that are the same human being.
 *
 * Who came first survives, with everything that both did; the other's id leads to them from then on. What the survivor
 * has said about themselves stands, and what they left open is filled in. Whether they are a guest is known only to
 * Teams, so the side with the Teams account decides.
 *
 * Two Teams accounts are refused: an organisation gives one to each person, so they would be two people, and a guest
 * could become a colleague by a code that was passed on.
 */
export function mergePeople(one: WithAccounts, other: WithAccounts): Result<MergedPeople, MergeRefusal> {
  if (one.person.id === other.person.id) return refuse('same-account-already');
  if (hasTeams(one) && hasTeams(other)) return refuse('two-teams-accounts');

  const [{ person: older }, { person: newer }] = cameFirst(one.person, other.person) ? [one, other] : [other, one];
  const fromTeams = [one, other].find(hasTeams)?.person;
  const named = [older, newer].find(({ nameByHand }) => nameByHand) ?? fromTeams ?? older;
  const usual = older.profileStarted || !newer.profileStarted ? older : newer;

  const survivor: Person = {
    ...older,
    name: named.name,
    nameByHand: named.nameByHand,
    affiliation: older.affiliation ?? newer.affiliation,
    team: older.team ?? newer.team,
    serviceAccount: older.serviceAccount || newer.serviceAccount,
    guest: fromTeams ? fromTeams.guest : older.guest && newer.guest,
    administrator: older.administrator || newer.administrator,
    administratorByRole:
      (older.administratorByRole || newer.administratorByRole) &&
      !(older.administrator && !older.administratorByRole) &&
      !(newer.administrator && !newer.administratorByRole),
    timeZone: usual.timeZone,
    workingHours: usual.workingHours,
    languages: union(older.languages, newer.languages).slice(0, limits.languages),
    interests: union(older.interests, newer.interests).slice(0, limits.interests),
    skills: uniteSkills(older.skills, newer.skills).slice(0, limits.skills),
    challenge: older.challenge ?? newer.challenge,
    profileStarted: older.profileStarted || newer.profileStarted,
  };
  return ok({
    survivor: change(survivor, { type: 'person.merged', personId: newer.id, intoPersonId: older.id }),
    absorbed: change(forget(newer)),
  });
}

/**
 * Erases a person: nothing that says who they were is kept. Their row stays, so that what they contributed keeps its
 * place under «Former member».
 */
export function erasePerson(person: Person): PersonChange {
  return change(forget(person), { type: 'person.erased', personId: person.id });
}

/** The row without anything personal. */
function forget(person: Person): Person {
  return {
    ...person,
    name: '',
    nameByHand: false,
    affiliation: undefined,
    team: undefined,
    serviceAccount: false,
    guest: false,
    administrator: false,
    administratorByRole: false,
    timeZone: 'UTC',
    workingHours: { days: [], from: '09:00', to: '17:00' },
    languages: [],
    interests: [],
    skills: [],
    challenge: undefined,
    profileStarted: false,
  };
}

const hasTeams = ({ accounts }: WithAccounts) => accounts.some(({ key }) => accountKind(key) === 'entra');

/** By age, then by id, so that both sides of a link agree. */
function cameFirst(a: Person, b: Person): boolean {
  const difference = a.createdAt.getTime() - b.createdAt.getTime();
  return difference === 0 ? a.id < b.id : difference < 0;
}

const union = (first: readonly string[], second: readonly string[]) => [...new Set([...first, ...second])];

function uniteSkills(first: readonly Skill[], second: readonly Skill[]): readonly Skill[] {
  return [...new Map([...second, ...first].map((skill) => [`${skill.topic}\n${skill.level}`, skill])).values()];
}
