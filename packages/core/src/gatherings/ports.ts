import type { Schedule } from '../identity/working-hours.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AgendaItemId, CommunityId, GatheringId, OccurrenceId, PersonId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { Viewer } from '../sql/visibility.ts';
import type { Answered, Room } from './answer.ts';
import type { CalendarGathering } from './calendar.ts';
import type { KeptEvents } from './calendar-events.ts';
import type { OccurrencePage, OccurrencesQuery, OccurrenceView } from './contract.ts';
import type { Hours } from './fair-hours.ts';
import type { Gathering, GatheringChange, Participant } from './gathering.ts';
import type { MeetingDraft } from './meeting.ts';
import type { Occurrence, OccurrenceChange } from './occurrence.ts';
import type { RotationEnd } from './rotation-end.ts';
import type { SeriesRotation } from './series-rotation.ts';
import type { LastTurn } from './turns.ts';

/** A gathering as the actor meets it, by one of its dates or by itself. */
export type Met = { readonly gathering: Gathering; readonly by: Participant };
export type MetDate = Met & { readonly date: Occurrence };

export type GatheringStore = {
  /** Whatever the actor may not see does not exist. */
  find(actor: Actor, gatheringId: string): Promise<Met | undefined>;
  findDate(actor: Actor, occurrenceId: string): Promise<MetDate | undefined>;
  /** The dates that begin after `after`, in their order, cancelled ones too. */
  ahead(gatheringId: string, after: Date): Promise<readonly Occurrence[]>;
  /** The id of the next date; of the last one, where none is to come. */
  next(gatheringId: string, now: Date): Promise<OccurrenceId | undefined>;
  /** Saves a gathering with its dates; throws StaleWriteError when somebody saved it since it was loaded. */
  save(change: GatheringChange): Promise<void>;
  saveDate(gathering: Gathering, change: OccurrenceChange): Promise<void>;
};

export type RotationStore = {
  /** Saves series that take turns in this order: all of them or none. */
  save(turns: readonly GatheringChange[]): Promise<void>;
  /** Saves what a series becomes, all of it or nothing; what stewards have hidden of it stays hidden. */
  saveInstead(gatheringId: GatheringId, rotated: SeriesRotation): Promise<void>;
  /** The series with which it takes turns, in their order, or took them; `undefined` where it never did, or does no more. */
  turnsOf(gatheringId: GatheringId): Promise<Turns | undefined>;
  /** Saves what the turns of a series become when they end, all of it or nothing. */
  saveEnd(gatheringId: GatheringId, ended: RotationEnd): Promise<void>;
};

/** `single`: what they became when they ended. */
export type Turns = {
  readonly turns: readonly { readonly gatheringId: GatheringId; readonly turn: number }[];
  readonly single: GatheringId | undefined;
};

/** What rules ask about people and communities. */
export type ParticipantReader = {
  /** How the actor relates to a community, or `undefined` when they cannot see it. */
  inCommunity(actor: Actor, id: CommunityId): Promise<Participant | undefined>;
  /** Those of these people who are present in the organisation. */
  present(actor: Actor, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
};

/** When the members of a community work, those with the same hours together. */
export type HoursReader = {
  ofMembers(communityId: string): Promise<readonly Hours[]>;
  /** The next dates of a series, and of those with which it takes turns, as far as the actor may see them. */
  nextDates(
    actor: Actor,
    gatheringId: string,
    after: Date,
  ): Promise<readonly { readonly at: Date; readonly minutes: number }[]>;
};

export type AnswerStore = {
  /**
   * Lets `decide` take an answer while nobody else's is taken for the same date, and saves what it decides. Answers that
   * come at once are taken one after the other, each once.
   */
  take<Reason extends string>(
    met: MetDate,
    now: Date,
    decide: (room: Room) => Result<Answered | undefined, Reason>,
  ): Promise<Result<undefined, Reason>>;
  /** The same of a date and of later ones of its gathering, all at once; those that `decide` refuses are left out. */
  takeAll<Reason extends string>(
    met: MetDate,
    later: readonly Occurrence[],
    now: Date,
    decide: (room: Room) => Result<Answered | undefined, Reason>,
  ): Promise<Result<undefined, Reason>>;
};

export type AgendaItem = { readonly text: string; readonly minutes: number | undefined };

/** What belongs to one date beside the answers. */
export type RecordStore = {
  /** Adds an item; answers false where the agenda is full. */
  addItem(met: MetDate, item: AgendaItem, now: Date): Promise<boolean>;
  /** Who put it there, or `undefined` where there is no such item. */
  authorOf(occurrenceId: OccurrenceId, itemId: string): Promise<{ readonly by: PersonId } | undefined>;
  removeItem(occurrenceId: OccurrenceId, itemId: AgendaItemId): Promise<void>;
  noteAttendance(
    occurrenceId: OccurrenceId,
    personId: PersonId,
    notedBy: PersonId | undefined,
    now: Date,
  ): Promise<void>;
  forgetAttendance(occurrenceId: OccurrenceId, personId: PersonId): Promise<void>;
  /** Whoever was there hears of the first one. Throws StaleWriteError when somebody changed the date since it was loaded. */
  writeRecap(
    met: MetDate,
    recap: { readonly recap: string; readonly outcomes: readonly string[] },
    now: Date,
  ): Promise<void>;
};

export type GatheringViews = {
  see(actor: Actor, occurrenceId: string): Promise<OccurrenceView | undefined>;
  list(actor: Actor, query: OccurrencesQuery): Promise<OccurrencePage>;
};

/** What jobs do with many gatherings at once. */
export type Upkeep = {
  /** Series whose dates are planned less far than they could be. */
  short(
    before: Date,
    limit: number,
  ): Promise<readonly { readonly gathering: Gathering; readonly lastTurn: LastTurn | undefined }[]>;
  extend(gathering: Gathering, dates: readonly Occurrence[], until: Date): Promise<void>;
  /** Lets `decide` say of each answer that is to be looked at when it is next, and tells whom it names. */
  remind(now: Date, limit: number, decide: (schedule: Schedule, startsAt: Date) => Date | 'remind'): Promise<number>;
  /** The same of the hosts of the dates in reach who have not answered: they are expected. */
  remindHosts: Upkeep['remind'];
  /** Moves up whoever waits for a place that is free, for example because somebody was erased. */
  moveUp(now: Date, limit: number): Promise<number>;
};

/** Where a date can be read and answered. */
export type PageOf = (occurrenceId: string) => string;

/** A gathering for a calendar, with the date that its page is of. */
export type Listed = Omit<CalendarGathering, 'page'> & { readonly dateId: string };

/** Whose calendar it is, and of which community; of all of theirs, where there is none. */
export type CalendarHolder = {
  readonly viewer: Viewer;
  readonly community: { readonly id: string; readonly name: string } | undefined;
};

/** A gathering in a calendar by a key that is another one whenever what stands there of it changes. */
export type Outlined = { readonly id: string; readonly key: string };

export type CalendarStore = {
  communityName(actor: Actor, communityId: string): Promise<string | undefined>;
  addresses(
    actor: Actor,
  ): Promise<readonly { readonly community: { id: string; name: string } | undefined; readonly madeAt: Date }[]>;
  issue(
    actor: Actor,
    address: { readonly communityId: string | undefined; readonly hash: Uint8Array },
    now: Date,
  ): Promise<void>;
  revoke(actor: Actor, communityId: string | undefined): Promise<void>;
  /** Whose calendar it is that an address leads to. */
  holderOf(hash: Uint8Array): Promise<CalendarHolder | undefined>;
  outline(holder: CalendarHolder, now: Date): Promise<readonly Outlined[]>;
  /** Those of these that the holder may see. */
  listed(holder: CalendarHolder, ids: readonly string[], now: Date): Promise<readonly Listed[]>;
  ofDate(actor: Actor, occurrenceId: string, now: Date): Promise<Listed | undefined>;
};

export type CalendarDeps = {
  readonly written: KeptEvents;
  readonly calendars: CalendarStore;
  readonly chance: (count: number) => Uint8Array;
  readonly now: () => Date;
};

/** An account of Entra. */
export type Organiser = { readonly tenantId: string; readonly objectId: string };

/** The account with which somebody organises meetings in Teams, if they have one in their organisation. */
export type OrganiserReader = { accountOf(actor: Actor): Promise<Organiser | undefined> };

/** `not-set-up`: the organisation has not allowed it; `not-allowed`: Teams refused it for this organiser; `away`: later. */
export type MeetingRefusal = 'meetings-not-set-up' | 'meeting-not-allowed' | 'meetings-away';

/** Makes meetings in Teams. */
export type MeetingMaker = {
  offersTo(tenantId: string): boolean;
  /** The same meeting for the same organiser and external id, however often it is asked for. */
  create(organiser: Organiser, draft: MeetingDraft): Promise<Result<{ readonly joinUrl: string }, MeetingRefusal>>;
};

/** Where nothing is set up. */
export const noMeetings: MeetingMaker = {
  offersTo: () => false,
  create: () => Promise.resolve(refuse('meetings-not-set-up')),
};

export type MeetingDeps = { readonly meetings: MeetingMaker; readonly organisers: OrganiserReader };

/** What the use cases of this slice are given. */
export type GatheringDeps = {
  readonly gatherings: GatheringStore;
  readonly participants: ParticipantReader;
  readonly answers: AnswerStore;
  readonly records: RecordStore;
  readonly gatheringViews: GatheringViews;
  readonly newId: () => string;
  readonly now: () => Date;
};
