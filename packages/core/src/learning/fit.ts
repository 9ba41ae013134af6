import type { SkillLevel } from '../identity/profile.ts';
import { type Availability, sharedQuarters } from '../identity/working-week.ts';
import { inWords } from '../kernel/text.ts';
import type { PersonId } from '../kernel/ids.ts';
import { MOST_WORTH } from './assignment.ts';
import { type Rhythm, rhythms } from './mentoring.ts';

/** What counts of a mentor or a seeker when the two are brought together. */
export type Side = {
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  /** How far they say they are in a topic. */
  readonly levels: ReadonlyMap<string, SkillLevel>;
  readonly personId: PersonId;
  /** The team, as they or their organisation's directory name it. */
  readonly team: string | undefined;
  /** Who manages them, where the directory says so. */
  readonly managerId: PersonId | undefined;
  /** Their part of the organisation, or where they come from. */
  readonly affiliation: string | undefined;
  readonly week: Availability;
  readonly rhythm: Rhythm;
};

export type MentorSide = Side & {
  /** Topics in which others have confirmed the mentor: accepted answers, endorsed practices. */
  readonly confirmed: ReadonlySet<string>;
  /** They let the time pass without a word when they were last asked. */
  readonly silent: boolean;
};

export type Fit = {
  /** 0 to 1,000,000, for `assign`. */
  readonly worth: number;
  /** Why these two, said to the mentor, who alone reads it. */
  readonly because: string;
};

const FOR_TOPIC = 120_000;
const TOPICS_THAT_COUNT = 4;
const FOR_CONFIRMED = 80_000;
const FOR_FURTHER = 60_000;
const FOR_ANSWERING = 100_000;
const FOR_HOUR = 4_000;
const HOURS_THAT_COUNT = 20;
const FOR_ANOTHER_TEAM = 60_000;
const FOR_RHYTHM = 40_000;
/** Two who are never at work at the same time could not meet. Quarters of an hour in a week. */
const LEAST_QUARTERS = 4;
/** Topics that the sentence names. */
const MOST_NAMED = 3;

/**
 * How well a mentor suits a seeker, or `undefined` where the two cannot work together: one manages the other or they are
 * of one team, as far as that is known; no topic in common in which the mentor is not behind; no language where both name
 * some; or less than an hour in the week at which both work.
 *
 * Topics say most (up to 480,000), then that the mentor did not leave the last who asked without an answer (100,000),
 * whether others have confirmed the mentor in one of them (80,000), whether the mentor is further in one, by what both
 * say of their skills (60,000), the hours that both work (up to 80,000), another team or part of the organisation, as
 * one's own hears one's questions already (60,000), and the same rhythm (40,000, half of it where it is the next one).
 */
export function fitOf(mentor: MentorSide, seeker: Side): Fit | undefined {
  if (workTogether(mentor, seeker)) return undefined;
  const ahead = (topic: string) => levelOf(mentor, topic) - levelOf(seeker, topic);
  const topics = seeker.topics.filter((topic) => mentor.topics.includes(topic) && !(ahead(topic) < 0));
  if (topics.length === 0) return undefined;
  const languages = seeker.languages.filter((language) => mentor.languages.includes(language));
  if (languages.length === 0 && seeker.languages.length > 0 && mentor.languages.length > 0) return undefined;
  const quarters = sharedQuarters(mentor.week, seeker.week);
  if (quarters < LEAST_QUARTERS) return undefined;

  const confirmed = topics.filter((topic) => mentor.confirmed.has(topic));
  const further = topics.filter((topic) => ahead(topic) > 0);
  const hours = Math.floor(quarters / 4);
  const apartIn = howApart(mentor, seeker);
  const apart = Math.abs(rhythms.indexOf(mentor.rhythm) - rhythms.indexOf(seeker.rhythm));
  const worth =
    FOR_TOPIC * Math.min(topics.length, TOPICS_THAT_COUNT) +
    (confirmed.length > 0 ? FOR_CONFIRMED : 0) +
    (further.length > 0 ? FOR_FURTHER : 0) +
    (mentor.silent ? 0 : FOR_ANSWERING) +
    FOR_HOUR * Math.min(hours, HOURS_THAT_COUNT) +
    (apartIn ? FOR_ANOTHER_TEAM : 0) +
    Math.max(0, FOR_RHYTHM - (apart * FOR_RHYTHM) / 2);
  return { worth: Math.min(MOST_WORTH, worth), because: sentence({ topics, confirmed, further, hours, apartIn }) };
}

/** From 0, wants to learn it, to 2, can teach it; NaN where they do not say. */
function levelOf({ levels }: Side, topic: string): number {
  const level = levels.get(topic);
  return level === undefined ? Number.NaN : RISING.indexOf(level);
}
const RISING: readonly SkillLevel[] = ['wants-to-learn', 'practises', 'can-teach'];

/** With a manager, a report or a colleague of the same team one speaks of the same things every day, and less freely. */
function workTogether(one: Side, other: Side): boolean {
  const manages = one.managerId === other.personId || other.managerId === one.personId;
  const shareManager = one.managerId !== undefined && one.managerId === other.managerId;
  const shareTeam = one.team !== undefined && other.team !== undefined && folded(one.team) === folded(other.team);
  return manages || shareManager || shareTeam;
}

const folded = (name: string) => name.trim().toLocaleLowerCase('en');

type Apart = 'come from different parts' | 'work in different teams';

function howApart(one: Side, other: Side): Apart | undefined {
  if (one.affiliation && other.affiliation && one.affiliation !== other.affiliation) return 'come from different parts';
  const areTeamsKnown = (one.team && other.team) || (one.managerId && other.managerId);
  return areTeamsKnown ? 'work in different teams' : undefined;
}

function sentence({
  topics,
  confirmed,
  further,
  hours,
  apartIn,
}: {
  readonly topics: readonly string[];
  readonly confirmed: readonly string[];
  readonly further: readonly string[];
  readonly hours: number;
  readonly apartIn: Apart | undefined;
}): string {
  const named = (some: readonly string[]) => inWords(some.slice(0, MOST_NAMED));
  const known = [
    `You offer ${named(topics)}`,
    ...(further.length > 0 ? [`are further in ${named(further)}`] : []),
    ...(confirmed.length > 0 ? [`others have confirmed what you know about ${named(confirmed)}`] : []),
  ];
  const shared = `You two share ${hours} working ${hours === 1 ? 'hour' : 'hours'} a week`;
  return `${known.join(', and ')}. ${shared}${apartIn ? `, and ${apartIn}` : ''}.`;
}
