import type { Change } from '../kernel/change.ts';
import type { AccountKey, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Page } from '../kernel/page.ts';
import type { PersonCard } from '../kernel/contract.ts';
import type { Viewer } from '../sql/visibility.ts';
import type { CodePurpose, LinkCode } from './link-code.ts';
import type { Organisation, Site } from './organisation.ts';
import type { Person, PersonChange, Standing } from './person.ts';
import type { SiteEvent } from './events.ts';

/** How a host knows a person; the label is what the owner reads. */
export type Account = { readonly key: AccountKey; readonly label: string; readonly linkedAt: Date };

/** What a request needs to know about the account that it came with. */
export type KnownAccount = Standing & {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** The configuration names one of the person's accounts as an administrator's; `undefined` where it names none. */
  readonly listed: boolean | undefined;
  /** The account is of a Confluence site, and that is linked to the person's organisation. */
  readonly siteLinked: boolean;
  /** Somebody has administered the organisation at some time. */
  readonly administered: boolean;
};

export type AccountStore = {
  /** Done on every request. */
  recognise(key: AccountKey): Promise<KnownAccount | undefined>;
  of(personId: PersonId): Promise<readonly Account[]>;
};

export type PersonStore = {
  /** Present people only: who was erased or merged away is not found. */
  find(id: PersonId): Promise<Person | undefined>;
  /** The person that this id means today: itself, or the one it was merged into. */
  follow(id: PersonId): Promise<PersonId>;
  /** `asFirst`: becomes the organisation's first administrator, unless somebody else has just done so (stale). */
  save(change: PersonChange, options?: { readonly asFirst?: boolean }): Promise<void>;
  /** Saves a newcomer with their first account; nothing when the account has become known in the meantime. */
  settle(newcomer: PersonChange, account: Account): Promise<void>;
  /** Saves the survivor and points everything that `absorbed` did to them, in one transaction. */
  merge(merged: MergedPeople, code: string, at: Date): Promise<void>;
  /** Forgets the person and keeps what they contributed, unnamed; `coordinates` is what the decision was based on. */
  erase(change: PersonChange, coordinates: readonly Coordination[], at: Date): Promise<void>;
};

export type MergedPeople = { readonly survivor: PersonChange; readonly absorbed: PersonChange };

/**
 * A living community that a person coordinates, and whether others do too. `coordination` moves whenever its
 * coordinators change.
 */
export type Coordination = { readonly communityId: string; readonly coordination: number; readonly others: boolean };

export type OrganisationStore = {
  /** Every actor's and every site's organisation is there; a missing one is a bug, and throws. */
  get(id: OrganisationId): Promise<Organisation>;
  ofTenant(tenantId: string): Promise<Organisation | undefined>;
  /** Creates the organisation, unless somebody else has just done so; answers the one that there is. */
  open(organisation: Organisation): Promise<Organisation>;
  save(change: Change<Organisation, never>): Promise<void>;
  /** Nobody administers it and nobody ever did. */
  lacksAdministrator(id: OrganisationId): Promise<boolean>;
};

export type SiteStore = {
  find(cloudId: string): Promise<Site | undefined>;
  of(organisationId: OrganisationId): Promise<readonly Site[]>;
  /** Uses up the code. Accounts of the site that belonged to another organisation are let go. */
  link(site: Site, by: PersonId, code: string, at: Date, event: SiteEvent): Promise<void>;
  unlink(site: Site, at: Date, event: SiteEvent): Promise<void>;
};

/** A code as it is kept: its keyed hash says nothing about it. */
export type IssuedCode = {
  readonly organisationId: OrganisationId;
  readonly issuedBy: PersonId;
  readonly expiresAt: Date;
};

export type CodeStore = {
  /** Keeps the code in place of the person's earlier ones of that purpose. */
  issue(code: LinkCode, purpose: CodePurpose, organisationId: OrganisationId, issuedBy: PersonId): Promise<void>;
  /** A code that nobody has redeemed yet, expired ones of the last day too. */
  find(code: string, purpose: CodePurpose): Promise<IssuedCode | undefined>;
};

export type TryStore = {
  /** Counts one try of `who` before it is known to be wrong, and answers how many there were since the window began. */
  count(who: string, now: Date): Promise<number>;
  /** The try was a right one after all. */
  forgive(who: string): Promise<void>;
};

/** A person with everything that only they see of themselves. */
export type OwnPerson = {
  readonly person: Person;
  readonly accounts: readonly Account[];
  readonly organisation: Pick<Organisation, 'id' | 'name'>;
  readonly manager: PersonCard | undefined;
};

export type PeopleQueries = {
  find(
    viewer: Viewer,
    query: { q?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<Page<PersonCard>>;
  /** Whether the viewer may see that person. */
  mayBeSeen(viewer: Viewer, personId: PersonId): Promise<boolean>;
  administrators(organisationId: OrganisationId): Promise<readonly PersonCard[]>;
  /** Whether the organisation has other people than this one, and whether one of those administers it. */
  others(organisationId: OrganisationId, personId: PersonId): Promise<{ people: boolean; administrators: boolean }>;
  /** Present people only. */
  me(personId: PersonId): Promise<OwnPerson | undefined>;
  /** Who manages the person, where the organisation's directory says so. */
  managerOf(personId: PersonId): Promise<PersonCard | undefined>;
  coordinatedBy(personId: PersonId): Promise<readonly Coordination[]>;
  /** Every row that refers to the person, by the names of `sql/person-references.ts`. */
  everythingAbout(personId: PersonId): Promise<Record<string, Record<string, unknown>[]>>;
};
