import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Page } from '../kernel/page.ts';
import type { Announcement, Fact } from './announcement.ts';
import type { BroadcastView, NotificationView, RecipientView } from './contract.ts';
import type { NotificationKind } from './kind.ts';
import type { Subject, What } from './happening.ts';
import type { Destination, Outcome, OutgoingMessage, RefusedBecause } from './messenger.ts';
import type { Claimed, Verdict } from './parcel.ts';
import type { Posting, PostingPlace } from './posting.ts';
import type { Preferences } from './preferences.ts';
import type { Recipient, Told } from './recipient.ts';

/** Whom something is told: a person, an unnamed one, or everybody in a place. */
export type Addressee =
  | { readonly personId: PersonId; readonly veiled: boolean; readonly place?: undefined }
  | { readonly place: string; readonly personId?: undefined };

/** A notification that is about to be queued. */
export type Draft = {
  readonly to: Addressee;
  readonly what: What;
  readonly subject: Subject;
  readonly communityId: string | undefined;
  readonly because: string | undefined;
  readonly expiresAt: Date;
} & Told;

export type Audiences = {
  /** A small audience, without those who are not to hear of it. */
  of(announcement: Announcement): Promise<readonly Recipient[]>;
  /** Members in the order of their ids, after the one named. */
  members(
    communityId: string,
    kind: NotificationKind,
    after: string | undefined,
    limit: number,
  ): Promise<readonly Recipient[]>;
  /**
   * Whether somebody is not told, because they did it themselves, under any of their accounts. Only where both are known
   * by name, or neither is: whoever is missing among those who are told would be the one who wrote without a name.
   */
  excluded(announcement: Announcement): Promise<(one: Pick<Recipient, 'personId' | 'veiled'>) => boolean>;
  /** When the date begins that it is about, where it has to be told before that. */
  begins(announcement: Announcement, since: Date): Promise<Date | undefined>;
  /** Why somebody was asked to help with a question. */
  reason(questionId: string, personId: string): Promise<string | undefined>;
  /** What a steward gave as the reason. */
  auditReason(auditId: string): Promise<string | undefined>;
  /** Where the community wants such things posted. */
  places(communityId: string, about: 'newQuestions' | 'weeklyDigest'): Promise<readonly string[]>;
};

/** How far a message to many has come. */
export type BroadcastProgress = { readonly reached: string | undefined; readonly complete: boolean };

export type NotificationStore = {
  /** Queues what is told of a fact, once: the second time it does nothing. */
  tell(fact: Fact, drafts: readonly Draft[]): Promise<void>;
  /** Notes that many will be told; answers how far that has come. */
  openBroadcast(fact: Fact, announcement: Announcement): Promise<BroadcastProgress>;
  /** Queues the next portion, unless another process has done so; answers whether it was us. */
  tellMore(
    fact: Fact,
    from: BroadcastProgress,
    portion: BroadcastProgress & { readonly drafts: readonly Draft[]; readonly inDigest: number },
  ): Promise<boolean>;
};

export type PreferencesStore = {
  find(personId: PersonId): Promise<Preferences>;
  /** Throws StaleWriteError where somebody else, or another tab, saved first. */
  save(preferences: Preferences): Promise<void>;
  /** Names of those of these communities that the actor may see. */
  communities(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

export type NotificationQueries = {
  list(
    actor: Actor,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<NotificationView>>;
  broadcasts(
    actor: Actor,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<BroadcastView>>;
  /** `undefined` where the actor has caused no such message, or may not see what it is about any more. */
  recipients(
    actor: Actor,
    broadcastId: string,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<RecipientView> | undefined>;
};

export type PostingStore = {
  /** What is posted where, as the actor may see it; `undefined` where there is no such community for them. */
  find(
    actor: Actor,
    communityId: string,
  ): Promise<
    { readonly posting: Posting; readonly places: readonly PostingPlace[]; readonly mayEdit: boolean } | undefined
  >;
  save(posting: Posting): Promise<void>;
};

/** How the bot met a person or a place, so that it can write to them later. */
export type Meeting = {
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The channel or chat as in a connection; without it, the chat of the person alone. */
  readonly place: string | undefined;
  /** They have removed the bot. */
  readonly left: boolean;
};

export type ConversationStore = {
  /** Remembers where the bot can write; nothing is written when nothing is new, except once a day. */
  remember(actor: Actor, meeting: Meeting, now: Date): Promise<void>;
};

/** One message in hand: whom it goes to, and all that it may say. */
export type Parcel = {
  readonly messageId: string;
  /** Tells this hold on the message from that of a process which takes over after ours was taken for dead. */
  readonly claim: string;
  readonly tries: number;
  /** How often it was sent and nobody knows whether it arrived. */
  readonly doubts: number;
  readonly claimed: readonly Claimed[];
  /** `undefined` for a place. */
  readonly recipient: Recipient | undefined;
  /** The person is no longer there. */
  readonly nobody: boolean;
  readonly destination: Destination | RefusedBecause | 'blocked';
};

/** What became of a message in hand. */
export type Settlement = {
  readonly messageId: string;
  readonly claim: string;
  readonly verdicts: readonly Verdict[];
} & (
  | {
      readonly became: 'sent';
      readonly ids: readonly string[];
      readonly activityId: string | undefined;
      /** In a channel or chat, where others may reply to it. */
      readonly posted: boolean;
    }
  | { readonly became: 'blocked' | 'failed'; readonly ids: readonly string[]; readonly failure: string | undefined }
  | {
      readonly became: 'later';
      readonly ids: readonly string[];
      readonly dueAt: Date;
      readonly failure: string;
      readonly unsure: boolean;
    }
  /** Nothing of it was to be sent now. */
  | { readonly became: 'nothing' }
);

export type DeliveryStore = {
  /**
   * Takes in hand up to `limit` messages that are due, so that no other process sends them before `until`. What one
   * person is to be told within the next seconds is one message.
   */
  claim(
    organisationId: string,
    given: { readonly limit: number; readonly now: Date; readonly until: Date },
  ): Promise<readonly Parcel[]>;
  /**
   * Notes that these leave right now, so that nobody else sees to them before `until`; answers the ids of those that are
   * still held by who claimed them. The others must not be sent.
   */
  handOver(parcels: readonly Pick<Parcel, 'messageId' | 'claim'>[], until: Date): Promise<ReadonlySet<string>>;
  settle(settlements: readonly Settlement[], now: Date): Promise<void>;
  /** Remembers that a person or place wants no messages, or the conversation that was begun with them. */
  learn(parcel: Parcel, lesson: 'blocked' | { readonly conversationId: string }, now: Date): Promise<void>;
};

/** Somebody whose digest is due, and since when they have had none. */
export type DueDigest = {
  readonly organisationId: string;
  readonly recipient: Recipient;
  readonly rhythm: 'daily' | 'weekly';
  readonly since: Date;
  readonly nextAt: Date;
};
export type DigestItem = { readonly what: What; readonly subject: Subject; readonly communityId: string };
/** A community whose weekly digest is to be posted, and what is new in it. */
export type PlaceDigest = {
  readonly organisationId: string;
  readonly communityId: string;
  readonly items: readonly DigestItem[];
};

export type DigestStore = {
  /** Gives everybody who takes part in something a digest, and those a daily one who chose it. */
  enrol(now: Date, first: (rhythm: DueDigest['rhythm'], recipient: Recipient) => Date): Promise<void>;
  due(now: Date, limit: number): Promise<readonly DueDigest[]>;
  /** What is new for each of them in the communities that they want it from in this rhythm, the most wanted first. */
  contents(due: readonly DueDigest[], limit: number): Promise<ReadonlyMap<DueDigest, readonly DigestItem[]>>;
  /** Queues a digest and sets when the next comes, unless another process has. */
  send(
    digests: readonly { readonly due: DueDigest; readonly drafts: readonly Draft[]; readonly nextAt: Date }[],
    now: Date,
  ): Promise<void>;
  /** Communities that want a digest posted and have had none since `since`. */
  ofPlaces(since: Date, newSince: Date, limit: number): Promise<readonly PlaceDigest[]>;
  sendToPlace(digest: PlaceDigest, drafts: readonly Draft[], now: Date): Promise<void>;
};

/** What a messenger needs besides the message. */
export type Sending = {
  readonly signal: AbortSignal;
  /** To be asked right before the message leaves the process; `false`: it must not, since others see to it by now. */
  readonly handOver: () => Promise<boolean>;
};

/**
 * Sends one message, at the pace that the other side allows. Waits a little where it has to, and answers `later` where
 * it would have to wait long. What the other side says never throws.
 */
export type Messenger = (to: Destination, message: OutgoingMessage, sending: Sending) => Promise<Outcome>;
