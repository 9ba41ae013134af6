import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene } from '../testing/question-scene.ts';
import { newestEras } from './era-queries.ts';
import { findPage } from './page-queries.ts';
import { suggestTitles } from './suggest-queries.ts';

const db = testDatabase();

describe('what is looked for in turns', () => {
  it('is found once each, the newest first, however the turns are cut', async () => {
    const scene = await aQuestionScene(db());
    const { clock, dora: viewer } = scene;
    const titles: string[] = [];
    const ask = async (days: number) => {
      clock.pass(days);
      const title = `Which varnish on day ${clock.now().toISOString().slice(0, 10)}?`;
      await scene.ask(scene.ben, { title, details: '', topics: [] });
      titles.unshift(title);
    };
    for (let n = 0; n < 14; n += 1) await ask(40);
    await scene.relay();
    const erasOf = newestEras({ db: db(), now: clock.now, sizes: [3, 6, 9] });
    const eras = await erasOf(viewer.organisationId);
    // Newer than all that any turn was made for.
    await ask(900);
    await scene.relay();

    const today = clock.now().toISOString();
    const page = { viewer, query: { q: 'varnish', limit: 25 }, words: "'varnish'", after: undefined, eras, today };
    const found = await findPage(db(), { ...page, kinds: ['question'] });
    const asked = { viewer, q: 'which', words: "'varnish':*A", eras, today };
    const suggested = await suggestTitles(db(), { ...asked, kinds: ['question'] });

    expect(eras.question.steps).toHaveLength(3);
    expect(found.map(({ title }) => title)).toEqual(titles);
    expect(suggested.map(({ title }) => title)).toEqual(titles.slice(0, 8));
  });
});
