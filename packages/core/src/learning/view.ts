import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { PersonId } from '../kernel/ids.ts';
import { type Circle, facilitatorOf, isPeer, nextIsDue, nextMeeting } from './circle.ts';
import type {
  CircleView,
  MentoringRequestView,
  MentorshipView,
  MyOfferView,
  OfferView,
  SeekerView,
} from './contract.ts';
import { circleSizes, type MentorshipState, type RequestState, type Rhythm } from './mentoring.ts';
import { utc } from '../kernel/instant.ts';

type Named = { readonly id: string; readonly name: string };

export type OfferRow = {
  readonly person: PersonCardRow;
  readonly topics: readonly string[];
  readonly rhythm: Rhythm;
  readonly note: string;
  readonly since: Date;
  readonly free: boolean;
};

/** An offer as it is read; whom the viewer may ask is known where their abilities are. */
export const viewOffer = ({ person, topics, rhythm, note, since, free }: OfferRow): Omit<OfferView, 'ask'> => ({
  person: viewPersonCard(person),
  topics: [...topics],
  rhythm,
  note,
  since: utc(since),
  free,
});

export type MyOfferRow = Omit<OfferRow, 'person' | 'free'> & {
  readonly community: Named;
  readonly room: number;
  readonly taken: number;
  readonly paused_until: Date | null;
};

export const viewMyOffer = (row: MyOfferRow, now: Date): MyOfferView => ({
  community: row.community,
  topics: [...row.topics],
  room: row.room,
  taken: row.taken,
  rhythm: row.rhythm,
  note: row.note,
  ...(row.paused_until && row.paused_until > now ? { pausedUntil: utc(row.paused_until) } : {}),
  since: utc(row.since),
});

export type RequestRow = {
  readonly id: string;
  readonly community: Named;
  readonly goal: string;
  readonly topics: readonly string[];
  readonly rhythm: Rhythm;
  readonly state: RequestState;
  readonly asked: number;
  readonly until: Date | null;
  readonly created_at: Date;
};

export const viewRequest = (row: RequestRow): MentoringRequestView => ({
  id: row.id,
  community: row.community,
  goal: row.goal,
  topics: [...row.topics],
  rhythm: row.rhythm,
  state: row.state,
  askedCount: row.asked,
  ...(row.until ? { until: utc(row.until) } : {}),
  createdAt: utc(row.created_at),
});

export type SeekerRow = Pick<RequestRow, 'id' | 'community' | 'goal' | 'topics' | 'rhythm'> & {
  readonly person: PersonCardRow;
  readonly because: string;
  readonly until: Date;
  readonly state: 'asked' | 'silent';
  readonly wished: boolean;
};

export const viewSeeker = (row: SeekerRow): SeekerView => ({
  requestId: row.id,
  community: row.community,
  person: viewPersonCard(row.person),
  goal: row.goal,
  topics: [...row.topics],
  rhythm: row.rhythm,
  because: row.because,
  until: utc(row.until),
  state: row.state,
  wished: row.wished,
});

export type MentorshipRow = Pick<RequestRow, 'id' | 'community' | 'goal' | 'topics' | 'rhythm'> & {
  readonly mentor_id: string;
  readonly other: PersonCardRow;
  readonly state: MentorshipState;
  readonly paused_until: Date | null;
  readonly began_at: Date;
  readonly closed_at: Date | null;
  readonly sessions: readonly { readonly held_on: string; readonly note: string; readonly by: string }[] | null;
  readonly reflections: readonly { readonly text: string; readonly by: string }[] | null;
  readonly revision: number;
};

/** For one of the two; the newest session first. */
export const viewMentorship = (row: MentorshipRow, viewer: PersonId): MentorshipView => ({
  id: row.id,
  community: row.community,
  as: row.mentor_id === viewer ? 'mentor' : 'mentee',
  other: viewPersonCard(row.other),
  goal: row.goal,
  topics: [...row.topics],
  rhythm: row.rhythm,
  state: row.state,
  ...(row.paused_until ? { pausedUntil: utc(row.paused_until) } : {}),
  beganAt: utc(row.began_at),
  ...(row.closed_at ? { closedAt: utc(row.closed_at) } : {}),
  sessions: (row.sessions ?? [])
    .map(({ held_on, note, by }) => ({ heldOn: held_on, note, mine: by === viewer }))
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
  reflections: (row.reflections ?? []).map(({ text, by }) => ({ text, mine: by === viewer })),
  revision: row.revision,
});

/** What was noted in a circle is for its peers. `member`: whether the viewer could take a place. */
export function viewCircle(
  circle: Circle,
  {
    viewer,
    member,
    community,
    people,
  }: {
    readonly viewer: PersonId;
    readonly member: boolean;
    readonly community: Named;
    readonly people: ReadonlyMap<string, PersonCardRow>;
  },
): CircleView {
  const card = (id: PersonId | undefined) => {
    const row = id === undefined ? undefined : people.get(id);
    return row && viewPersonCard(row);
  };
  const facilitator = (id: PersonId | undefined) => {
    const found = card(id);
    return found ? { facilitator: found } : {};
  };
  const mine = isPeer(circle, viewer);
  const number = nextMeeting(circle);
  const forming = circle.state === 'forming';
  const { id, title, purpose, topics, rhythm, size, meetings, state, peers, held } = circle;
  return {
    id,
    community,
    title,
    purpose,
    topics: [...topics],
    rhythm,
    size,
    meetings,
    state,
    foundedAt: utc(circle.foundedAt),
    peers: peers.flatMap(({ personId }) => card(personId) ?? []),
    mine,
    ...(number === undefined
      ? {}
      : { next: { number, ...nextOf(circle, viewer), ...facilitator(facilitatorOf(circle)) } }),
    held: mine
      ? held.map((one) => ({
          number: one.number,
          heldOn: one.heldOn,
          note: one.note,
          ...facilitator(one.facilitatorId),
        }))
      : [],
    abilities: {
      join: member && !mine && forming && peers.length < size,
      leave: mine && state !== 'closed',
      begin: mine && forming && peers.length >= circleSizes.least,
      noteMeeting: mine && number !== undefined,
    },
  };
}

function nextOf(circle: Circle, viewer: PersonId) {
  const dueOn = nextIsDue(circle);
  return { mine: facilitatorOf(circle) === viewer, ...(dueOn === undefined ? {} : { dueOn }) };
}
