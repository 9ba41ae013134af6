import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, type PublishingScene, type StoredPage } from '../testing/publishing-scene.ts';
import type { PublicationAttempt } from './view-contract.ts';

const db = testDatabase();
const MINUTE = 1 / 24 / 60;
let clouds = 0;

/**
 * People, the app and chance at work on one practice and its page: edits on both sides, events that are lost or come
 * twice, functions that are killed at any point, outcomes that come late. It keeps watch over everybody's words.
 */
async function aHistory() {
  clouds += 1;
  const scene: PublishingScene = await aPublishingScene(db(), undefined, `cloud-of-history-${clouds}`);
  const { publishing, practiceId, site } = scene;
  const begun: PublicationAttempt[] = [];
  const written: { readonly attempt: PublicationAttempt; readonly page: { id: string; version: number } }[] = [];
  /** By page and version: what a person wrote there. */
  const byPeople = new Map<string, string>();
  const chosenOver = new Set<string>();
  const everOnPage = new Set<string>();
  /** By page: the version of the practice that was put on it last. */
  const shownVersion = new Map<string, number>();
  let wrote = 0;

  const versionsOf = async () => {
    const rows = await db()
      .selectFrom('practice_version')
      .select('body')
      .where('practice_id', '=', practiceId)
      .orderBy('version')
      .execute();
    return rows.map(({ body }) => body);
  };
  const pageInUse = async () => site.pages.get((await scene.see()).page?.id ?? '');
  const words = (page: { title: string; context: string; body: string }) => ({
    title: page.title,
    context: page.context,
    body: page.body,
  });

  /** Nobody's words disappear from the page, unless somebody saw them and chose so. */
  async function overwrites(id: string, version: number) {
    const theirs = byPeople.get(`${id} ${version}`);
    if (theirs === undefined || chosenOver.has(`${id} ${version}`)) return;
    expect(await versionsOf()).toContain(theirs);
  }

  /** What a page says goes over no words of the practice that were never put on the page. */
  async function tell(
    page: { id: string; version: number; title: string; context: string; body: string },
    attemptId?: string,
  ) {
    const before = (await versionsOf()).at(-1) ?? '';
    const told = { pageId: page.id, version: page.version, ...words(page), ...(attemptId ? { attemptId } : {}) };
    const { became } = await value(publishing.reportPageEdit(scene.app, told));
    if (became === 'taken-back') expect([...everOnPage]).toContain(before);
    return became;
  }

  /** As the app does with a page that an earlier try created and others have written since: it tells of it. */
  async function handBack(attempt: PublicationAttempt, page: StoredPage) {
    if (shownVersion.get(page.id) !== attempt.practice.version) {
      await value(publishing.recordOutcome(scene.app, { attemptId: attempt.id, failure: 'title-taken' }));
      return;
    }
    await value(scene.report(attempt, { ...words(attempt.practice), id: page.id, version: 1 }));
    await tell(page);
  }

  async function write(attempt: PublicationAttempt) {
    const known = [...site.pages.values()].find(({ publicationId }) => publicationId === attempt.publicationId);
    const page = attempt.pageId ? site.pages.get(attempt.pageId) : known;
    if (page && !attempt.pageId && page.version > 1 && page.body !== attempt.practice.body) {
      await handBack(attempt, page);
      return;
    }
    let over = attempt.pageId ? attempt.expectedVersion : page?.version;
    if (page && attempt.pageId && page.version !== attempt.expectedVersion && page.body !== attempt.practice.body) {
      if ((await tell(page, attempt.id)) !== 'still-to-write') return;
      over = page.version;
    }
    if (page && page.body === attempt.practice.body && page.version !== over) over = page.version;
    if (page) await overwrites(page.id, page.version);
    const now = scene.write({ ...attempt, ...(page ? { pageId: page.id, expectedVersion: over } : {}) });
    if (!now) return;
    everOnPage.add(now.body);
    shownVersion.set(now.id, attempt.practice.version);
    written.push({ attempt, page: now });
  }

  const acts = {
    async editPractice() {
      await scene.edit({ body: `practice ${(wrote += 1)}` });
    },
    async editPage(chance: number) {
      const page = await pageInUse();
      if (!page) return;
      const next = site.update(page.id, page.version, { ...words(page), body: `page ${(wrote += 1)}` });
      if (!next) return;
      byPeople.set(`${next.id} ${next.version}`, next.body);
      everOnPage.add(next.body);
      if (chance % 3 > 0) await tell(next);
      if (chance % 3 > 1) await tell(next);
    },
    async hearOfPage() {
      const page = await pageInUse();
      if (page) await tell(page);
    },
    async queue() {
      await publishing.queuePublication(scene.ben, {
        practiceId,
        connectionId: scene.connectionId,
        onto: 'new-page',
      });
    },
    async begin() {
      const page = await pageInUse();
      if (page && chosenOver.size === 0) await tell(page);
      const answer = await publishing.beginAttempt(scene.benThere, {
        practiceId,
        connectionId: scene.connectionId,
        onto: 'new-page',
        ...(page ? { page: { id: page.id, version: page.version, ...words(page) } } : {}),
      });
      if (!answer.ok || answer.value.next !== 'write') return;
      const { attempt } = answer.value;
      if (page) await overwrites(page.id, page.version);
      const now = scene.write(attempt);
      if (!now) return;
      everOnPage.add(now.body);
      shownVersion.set(now.id, attempt.practice.version);
      await value(scene.report(attempt, now, scene.benThere));
    },
    async claim() {
      begun.push(...(await scene.claim(1)));
    },
    async writeOne(chance: number) {
      const [attempt] = begun.splice(chance % Math.max(begun.length, 1), 1);
      if (attempt) await write(attempt);
    },
    async reportOne(chance: number) {
      const [done] = written.splice(chance % Math.max(written.length, 1), 1);
      if (!done) return;
      const page = site.pages.get(done.page.id);
      const then = { ...words(done.attempt.practice), id: done.page.id, version: done.page.version };
      if (page) await value(scene.report(done.attempt, then));
      if (chance % 2) await value(scene.report(done.attempt, then));
    },
    async isKilled(chance: number) {
      (chance % 2 ? begun : written).pop();
    },
    async passes() {
      scene.clock.pass(6 * MINUTE);
    },
    async choose(chance: number) {
      const { bothSides, page } = await scene.see();
      if (!bothSides || !page) return;
      const choice = (['practice', 'page', 'merged'] as const)[chance % 3] ?? 'page';
      const pageVersion = bothSides.page.version;
      const merged = { title: 'Clean the joint first', context: '', body: `merged ${(wrote += 1)}` };
      const chosen = { practiceId, pageVersion, choice, ...(choice === 'merged' ? { text: merged } : {}) };
      const answer = await publishing.chooseText(scene.ben, chosen);
      if (answer.ok) chosenOver.add(`${page.id} ${pageVersion}`);
    },
    async withdraw(chance: number) {
      if (chance % 4 === 0) await publishing.withdrawPublication(scene.ben, { practiceId });
    },
  };

  return {
    scene,
    acts,
    /** The app comes by until there is nothing to fetch any more. */
    async comesToRest() {
      for (let visits = 0; visits < 10; visits += 1) {
        scene.clock.pass(6 * MINUTE);
        const attempts = await scene.claim();
        for (const attempt of attempts) {
          await write(attempt);
          const done = written.pop();
          if (done?.attempt.id === attempt.id) {
            const then = { ...words(attempt.practice), id: done.page.id, version: done.page.version };
            await value(scene.report(attempt, then));
          }
        }
        if (attempts.length === 0) return;
      }
    },
  };
}

const acts = [
  'editPractice',
  'editPage',
  'editPage',
  'hearOfPage',
  'queue',
  'queue',
  'begin',
  'claim',
  'claim',
  'writeOne',
  'writeOne',
  'reportOne',
  'reportOne',
  'isKilled',
  'passes',
  'choose',
  'withdraw',
] as const;

it('whatever happens, in whatever order: no words are lost, no page is made twice, nothing is stuck', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(11)), { minLength: 15, maxLength: 40 }),
      async (happenings) => {
        const history = await aHistory();
        for (const [act, chance] of happenings) await history.acts[act](chance);
        await history.comesToRest();

        const { state } = await history.scene.see();
        expect(['none', 'published', 'edited-on-both-sides', 'failed', 'withdrawn']).toContain(state);
        const marks = [...history.scene.site.pages.values()].map(({ publicationId }) => publicationId);
        expect(new Set(marks).size).toBe(marks.length);
        const { page, practiceVersion, outdated } = await history.scene.see();
        if (state === 'published' && !outdated && page) {
          const { body, version } = await history.scene.practice();
          const shown = history.scene.site.pages.get(page.id);
          // An edit whose event was lost is found when the page is written next, and is not written over.
          if (shown?.version === page.version) expect([practiceVersion, body]).toEqual([version, shown.body]);
        }
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);
