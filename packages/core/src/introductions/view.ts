import type { PersonCard } from '../kernel/contract.ts';
import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Skill } from '../identity/profile.ts';
import type { PersonId } from '../kernel/ids.ts';
import { commonGround, openerFor, type Profile } from './common-ground.ts';
import type { IntroductionsView, IntroductionView, MyIntroductionsView, RoundPreview, RoundView } from './contract.ts';
import { agreedOn, isOver } from './introduction.ts';
import { FEWEST_ANSWERS, type IntroductionCadence, introductionLimits, type MeetingOutcome } from './limits.ts';
import type { Plan } from './planning.ts';
import type { Round } from './round.ts';
import { utc } from '../kernel/instant.ts';

export type CommunityRow = {
  readonly cadence: IntroductionCadence | null;
  readonly size: number | null;
  readonly next_at: Date | null;
  readonly revision: number | null;
  readonly wishes: number;
  readonly since: Date | null;
  readonly paused_until: Date | null;
  readonly team: string | null;
  readonly begun_at: Date | null;
  readonly planned_at: Date | null;
  readonly people: number | null;
  readonly groups: number | null;
  readonly answered: number;
  readonly met: number;
  readonly useful: number;
};

export type WishRow = {
  readonly since: Date;
  readonly paused_until: Date | null;
  readonly team: string | null;
  readonly id: string;
  readonly name: string;
};

type PersonRow = Omit<Profile, 'name'> & {
  readonly person: PersonCardRow;
  readonly suits: readonly number[];
  readonly skills: readonly Skill[];
  readonly account: string | null;
};

export type IntroductionRow = {
  readonly id: string;
  readonly at: Date;
  readonly at_us: string;
  readonly times: readonly Date[];
  readonly community_id: string;
  readonly community_name: string;
  readonly met: MeetingOutcome | null;
  readonly useful: boolean | null;
  readonly viewer_id: PersonId;
  readonly time_zone: string;
  readonly people: readonly PersonRow[];
};

/** What everybody who sees the community may know of its introductions; of the viewer's wish, what they said. */
export function viewInCommunity(row: CommunityRow, now: Date): Omit<IntroductionsView, 'community' | 'abilities'> {
  const { cadence, size, next_at, revision, since } = row;
  return {
    arrangement: {
      cadence: cadence ?? 'by-hand',
      size: size ?? 2,
      ...(next_at ? { nextAt: utc(next_at) } : {}),
      revision: revision ?? 0,
    },
    wishCount: row.wishes,
    ...(since ? { mine: wishOf({ ...row, since }, now) } : {}),
    ...(row.begun_at
      ? {
          lastRound: {
            begunAt: utc(row.begun_at),
            planned: row.planned_at !== null,
            ...(row.people === null || row.groups === null ? {} : { personCount: row.people, groupCount: row.groups }),
          },
        }
      : {}),
    ...(row.answered >= FEWEST_ANSWERS
      ? { outcomes: { answered: row.answered, met: row.met, useful: row.useful } }
      : {}),
  };
}

export const viewWish = (row: WishRow, now: Date): MyIntroductionsView['wishes'][number] => ({
  ...wishOf(row, now),
  community: { id: row.id, name: row.name },
});

function wishOf({ since, paused_until, team }: Pick<WishRow, 'since' | 'paused_until' | 'team'>, now: Date) {
  return {
    since: utc(since),
    ...(paused_until && paused_until > now ? { pausedUntil: utc(paused_until) } : {}),
    ...(team ? { team } : {}),
  };
}

export function viewIntroduction(row: IntroductionRow, viewer: PersonId, now: Date): IntroductionView {
  const others = row.people.filter(({ person }) => person.id !== viewer);
  const present = row.people.filter(({ person }) => person.state === 'present');
  const profiles = present.map(({ person, interests, skills, languages, newcomer }): Profile => ({
    name: person.name,
    interests,
    skills,
    languages,
    newcomer,
  }));
  const agreed = agreedOn(
    row.times,
    row.people.map(({ suits }) => suits),
  );
  const open = !isOver(row.at, now) && others.length > 0;
  return {
    id: row.id,
    community: { id: row.community_id, name: row.community_name },
    at: utc(row.at),
    others: others.map(({ person }) => viewPersonCard(person)),
    chat: others.flatMap(({ person, account }) => {
      const objectId = account?.split(':')[2];
      return person.state === 'present' && objectId ? [`8:orgid:${objectId}`] : [];
    }),
    shared: [...commonGround(profiles)],
    opener: openerFor(profiles, numberOf(row.id)),
    times: row.times.map((time, place) => {
      const suiting = row.people.filter(({ suits }) => suits.includes(place));
      return {
        at: utc(time),
        suits: suiting.map(({ person }) => viewPersonCard(person)),
        mine: suiting.some(({ person }) => person.id === viewer),
      };
    }),
    timeZone: row.time_zone,
    ...(agreed ? { agreed: utc(agreed) } : {}),
    mine: { ...(row.met ? { met: row.met } : {}), ...(row.useful === null ? {} : { useful: row.useful }) },
    abilities: { suit: open && row.times.some((time) => time > now), tell: open },
  };
}

export function viewPreview(
  { groups, left, repeats, quality }: Plan,
  people: number,
  cards: ReadonlyMap<PersonId, PersonCard>,
): RoundPreview {
  return {
    personCount: people,
    groupCount: groups.length,
    repeats,
    ...(quality.share === undefined ? {} : { share: quality.share }),
    groups: groups
      .slice(0, introductionLimits.previewed)
      .map((group) => group.flatMap((person) => cards.get(person) ?? [])),
    leftCount: left.length,
  };
}

export const viewRound = ({ id, begunAt, plannedAt }: Round): RoundView => ({
  id,
  begunAt: utc(begunAt),
  planned: plannedAt !== undefined,
});

/** A number out of an id, the same for all who read it. */
const numberOf = (id: string) => Number.parseInt(id.slice(-6), 16);
