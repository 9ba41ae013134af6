import type { CommunityStore } from '../communities/ports.ts';
import type { Actor, SiteApp } from '../kernel/actor.ts';
import type { CommunityId, OrganisationId, PersonId, PracticeId } from '../kernel/ids.ts';
import type { PracticeDeps } from '../practices/ports.ts';
import type { PracticeChange } from '../practices/practice.ts';
import type { Attempt, Found } from './attempt.ts';
import type { Circumstances, Page, Place, Publication, PublicationChange } from './publication.ts';
import type { PublicationAttempt, PublicationView, PublishingSpace, StalledSitesView } from './view-contract.ts';

/** The page that a practice was made from. */
export type SourcePage = Place & { readonly page: Page };

/** What surrounds a practice, as far as its publication depends on it. */
export type Surroundings = {
  readonly about: Circumstances;
  /** Where its community is at home in Confluence. */
  readonly spaces: readonly PublishingSpace[];
  readonly source: SourcePage | undefined;
};

export type SaveOptions = {
  readonly at: Date;
  readonly begun?: Attempt | undefined;
  readonly ended?: { readonly attempt: Attempt; readonly outcome: string } | undefined;
};

/** Loads and saves publications. Who may see the practice is not its business. */
export type PublicationStore = {
  find(practiceId: PracticeId): Promise<Publication | undefined>;
  /** The publication that has this page, also where the page is deleted. */
  findByPage(app: Pick<SiteApp, 'cloudId' | 'organisationId'>, pageId: string): Promise<Publication | undefined>;
  findAttempt(id: string): Promise<Attempt | undefined>;
  surroundings(practiceId: PracticeId): Promise<Surroundings>;
  /** Saves it with the practice and the attempt that belong to the change; throws StaleWriteError after a lost race. */
  save(change: PublicationChange, options: SaveOptions): Promise<void>;
  /** An attempt is over, and nothing else has changed. */
  end(attempt: Attempt, outcome: string, at: Date): Promise<void>;
  /**
   * Hands out what waits at a site, the longest waiting first; nobody else gets the same meanwhile. Notes that the app
   * of the site was here.
   */
  claim(
    app: SiteApp,
    wanted: { readonly limit: number; readonly at: Date },
    decide: (found: Found) => { readonly attempt?: Attempt; readonly change: PublicationChange },
  ): Promise<readonly Attempt[]>;
  /** Who has this account of the site. */
  personOf(organisationId: OrganisationId, cloudId: string, accountId: string): Promise<PersonId | undefined>;
  /** Saves a new practice with the page that it was made from. */
  saveDraft(drafted: PracticeChange, source: SourcePage, at: Date): Promise<void>;
  /** Whether a living practice that the actor can see was made from the page, or is published on it. */
  isKept(actor: Actor, cloudId: string, pageId: string): Promise<boolean>;
  /** The address of a site, where it is linked to the organisation. */
  siteUrl(organisationId: OrganisationId, cloudId: string): Promise<string | undefined>;
};

export type PublicationViews = {
  see(actor: Actor, practiceId: PracticeId): Promise<PublicationView | undefined>;
  /** Attempts with what is to be written, in the order given. */
  attempts(attempts: readonly Attempt[]): Promise<readonly PublicationAttempt[]>;
  /** The sites for which practices wait longer than an app that runs would leave them; the longest waiting first. */
  stalled(actor: Actor, communityId: CommunityId | undefined): Promise<StalledSitesView['items']>;
};

/** What the use cases of this slice are given. */
export type PublishingDeps = PracticeDeps & {
  readonly communities: Pick<CommunityStore, 'find'>;
  readonly publications: PublicationStore;
  readonly publicationViews: PublicationViews;
};
