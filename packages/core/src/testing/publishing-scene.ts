import type { Kysely } from 'kysely';
import type { Actor, SiteApp } from '../kernel/actor.ts';
import { atlassianAccount } from '../kernel/ids.ts';
import type { PageText } from '../publishing/contract.ts';
import type { PublicationAttempt, PublicationView } from '../publishing/view-contract.ts';
import type { Database } from '../sql/database.ts';
import { value } from './linked-scene.ts';
import { aScene, type Scene } from './scene.ts';

export const CLOUD = 'cloud-1';
const SPACE = '4711';

export type StoredPage = PageText & { readonly id: string; readonly version: number; readonly publicationId?: string };

/** A Confluence site as far as it matters: pages with versions, and a 409 for whoever writes over another than they read. */
function aSite() {
  const pages = new Map<string, StoredPage>();
  let made = 100;
  return {
    pages,
    create(text: PageText, publicationId?: string): StoredPage {
      const page = { ...text, id: `${(made += 1)}`, version: 1, ...(publicationId ? { publicationId } : {}) };
      pages.set(page.id, page);
      return page;
    },
    /** `undefined`: somebody was faster. */
    update(id: string, over: number, text: PageText): StoredPage | undefined {
      const page = pages.get(id);
      if (!page) throw new Error('There is no such page');
      if (page.version !== over) return undefined;
      const next = { ...page, ...text, version: over + 1 };
      pages.set(id, next);
      return next;
    },
  };
}

/** An organisation with a linked site, a guild with a connected space, and an endorsed practice of Ben's. */
export async function aPublishingScene(db: Kysely<Database>, given?: Scene, cloudId = CLOUD) {
  const scene = given ?? (await aScene(db));
  const { core, organisationId, clock } = scene;
  const site = aSite();
  await db
    .insertInto('site')
    .values({
      cloud_id: cloudId,
      organisation_id: organisationId,
      url: 'https://northwind.atlassian.net',
      linked_at: clock.now(),
      linked_by: null,
    })
    .execute();
  const ana = await scene.person('Ana Ortiz');
  const ben = await scene.person('Ben Adeyemi');
  const cem = await scene.person('Cem Aydin');
  const founded = await value(
    core.communities.foundCommunity(ana, {
      archetype: 'guild',
      name: 'Welders',
      purpose: 'We keep the craft of welding.',
      topics: [],
    }),
  );
  const communityId = founded.id;
  await value(core.communities.joinCommunity(ben, { communityId }));
  const home = await value(
    core.communities.connectPlace(ana, {
      communityId,
      kind: 'confluence-space',
      externalId: SPACE,
      name: 'Handbook',
      url: 'https://northwind.atlassian.net/wiki/spaces/HB',
    }),
  );
  const connectionId = home.connections[0]?.id ?? '';
  const drafted = await value(
    core.practices.draftPractice(ben, {
      communityId,
      title: 'Clean the joint first',
      context: 'Before any weld.',
      body: 'Brush, then **wipe**.',
      topics: ['welding'],
      visibility: 'organisation',
    }),
  );
  const practiceId = drafted.id;
  await value(core.practices.changeLife(ben, { practiceId, action: 'propose' }));
  await value(core.practices.endorsePractice(ana, { practiceId }));
  await value(core.practices.changeLife(ana, { practiceId, action: 'endorse' }));

  const app: SiteApp = { cloudId, siteUrl: 'https://northwind.atlassian.net', organisationId };
  const { publishing } = core;

  const edit = async (text: Partial<PageText>) => {
    const { revision } = await value(core.practices.seePractice(ben, { practiceId }));
    return value(core.practices.editPractice(ben, { practiceId, ifRevision: revision, ...text }));
  };

  /** What the app does with an attempt; `undefined` where somebody was faster. */
  function write({ pageId, publicationId, expectedVersion, practice }: PublicationAttempt) {
    const { title, context, body } = practice;
    const known = [...site.pages.values()].find((page) => page.publicationId === publicationId);
    const id = pageId ?? known?.id;
    const text = { title, context, body };
    if (id === undefined) return site.create(text, publicationId);
    return site.update(id, expectedVersion ?? known?.version ?? 0, text);
  }

  const report = (attempt: PublicationAttempt, page: StoredPage, caller: Actor | SiteApp = app) => {
    const { id: pageId, version, title, context, body } = page;
    const path = `/wiki/pages/${pageId}`;
    return publishing.recordOutcome(caller, {
      attemptId: attempt.id,
      pageId,
      version,
      path,
      text: { title, context, body },
    });
  };

  return {
    ...scene,
    site,
    ana,
    ben,
    cem,
    /** Ben, as Confluence knows him. */
    benThere: { ...ben, account: atlassianAccount(cloudId, '712020:ben') },
    app,
    communityId,
    practiceId,
    connectionId,
    publishing,
    edit,
    write,
    report,
    see: (actor: Actor = ben): Promise<PublicationView> => value(publishing.seePublication(actor, { practiceId })),
    practice: () => value(core.practices.seePractice(ben, { practiceId })),
    queue: () => value(publishing.queuePublication(ben, { practiceId, connectionId, onto: 'new-page' })),
    claim: async (limit = 10) => (await value(publishing.claimPublications(app, { limit }))).attempts,

    /** Somebody edits the page in Confluence, and the app hears of it. */
    async editPage(text: Partial<PageText>, given: { readonly accountId?: string; readonly attemptId?: string } = {}) {
      const { page } = await value(publishing.seePublication(ben, { practiceId }));
      const before = site.pages.get(page?.id ?? '');
      if (!before) throw new Error('There is no page');
      const now = site.update(before.id, before.version, { ...before, ...text });
      if (!now) throw new Error('Nobody else edits it');
      const { id: pageId, version, title, context, body } = now;
      return value(publishing.reportPageEdit(app, { pageId, version, title, context, body, ...given }));
    },

    /** From nothing to a page that shows the practice. */
    async publish() {
      await value(publishing.queuePublication(ben, { practiceId, connectionId, onto: 'new-page' }));
      const [attempt] = (await value(publishing.claimPublications(app, { limit: 10 }))).attempts;
      const page = attempt && write(attempt);
      if (!page) throw new Error('It was not written');
      await value(report(attempt, page));
      return page;
    },
  };
}

export type PublishingScene = Awaited<ReturnType<typeof aPublishingScene>>;
