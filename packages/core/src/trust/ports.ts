import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { AuditPage, ModerationPage, UnmaskingPage, UnmaskingView } from './contract.ts';
import type { TrustEvent } from './events.ts';
import type { Item } from './item.ts';
import type { Measure } from './moderation.ts';
import type { Sealing } from './sealing.ts';
import type { Standing } from './standing.ts';
import type { ReportReason, Subject } from './subject.ts';
import type { Unmasking, UnmaskingPolicy, UnmaskingStep } from './unmasking.ts';

/** A community's code of conduct as one actor meets it. */
export type Conduct = {
  readonly standing: Standing;
  /** None: the usual one. */
  readonly text: string | undefined;
  /** 0 until the community has written its own. */
  readonly revision: number;
  /** `YYYY-MM-DD` */
  readonly acknowledgedOn: string | undefined;
  readonly unmasking: UnmaskingPolicy;
};

export type ConductStore = {
  find(actor: Actor, communityId: string): Promise<Conduct | undefined>;
  acknowledge(communityId: CommunityId, personId: PersonId, day: string): Promise<void>;
  /** Saves the revision after the one that was read. Without a text the community goes back to the usual code. */
  write(communityId: CommunityId, conduct: Pick<Conduct, 'text' | 'revision'>, at: Date): Promise<void>;
};

/** One report, from whom only the seal knows. A person's second report about the same thing replaces the first. */
export type Report = {
  readonly id: string;
  readonly marks: readonly Uint8Array[];
  readonly sealed: Uint8Array;
  readonly reason: ReportReason;
  readonly note: string | undefined;
  readonly at: Date;
};

export type ModerationStore = {
  /** What the actor may not see does not exist for them. */
  find(actor: Actor, subject: Subject): Promise<Item | undefined>;
  addReport(item: Item, report: Report, events: readonly TrustEvent[]): Promise<void>;
  /** Throws StaleWriteError when somebody else decided about the item a moment ago. */
  save(measure: Measure): Promise<void>;
};

export type UnmaskingStore = {
  find(actor: Actor, id: string): Promise<{ readonly unmasking: Unmasking; readonly item: Item } | undefined>;
  policy(organisationId: OrganisationId): Promise<UnmaskingPolicy>;
  /** Throws StaleWriteError when another one came first. */
  save(step: UnmaskingStep): Promise<void>;
  /** Whether one is waiting or done for this item. */
  isAsked(item: Item): Promise<boolean>;
  neverAgain(organisationId: OrganisationId): Promise<void>;
};

export type Paging = { readonly cursor?: string | undefined; readonly limit: number };

export type TrustViews = {
  queue(actor: Actor, communityId: CommunityId, paging: Paging): Promise<ModerationPage>;
  audit(actor: Actor, communityId: CommunityId, paging: Paging): Promise<AuditPage>;
  unmaskings(actor: Actor, standing: Standing, paging: Paging): Promise<UnmaskingPage>;
  unmasking(actor: Actor, id: string): Promise<UnmaskingView | undefined>;
};

/** What the use cases of this slice are given. */
export type TrustDeps = {
  readonly conducts: ConductStore;
  readonly moderations: ModerationStore;
  readonly unmaskings: UnmaskingStore;
  readonly trustViews: TrustViews;
  readonly sealing: Sealing;
  readonly newId: () => string;
  readonly now: () => Date;
};
