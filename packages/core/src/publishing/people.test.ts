import { beforeEach, expect, it } from 'vitest';
import { atlassianAccount } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, CLOUD, type PublishingScene } from '../testing/publishing-scene.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
  const key = atlassianAccount(CLOUD, '712020:cem');
  await db()
    .insertInto('account')
    .values({ key, person_id: scene.cem.personId, label: 'Confluence', linked_at: scene.clock.now() })
    .execute();
  await scene.publish();
  await scene.edit({ body: 'Brush.' });
  await scene.editPage({ body: 'Grind.' }, { accountId: '712020:cem' });
});

it('whoever asks for their data gets what they asked to publish, and not what others wrote on the page', async () => {
  const { sections: asked } = await value(scene.core.identity.exportMe(scene.ben));
  expect(asked['publicationsAskedFor']).toMatchObject([{ practice_id: scene.practiceId }]);
  expect(JSON.stringify(asked)).not.toContain('Grind.');

  const { sections: edited } = await value(scene.core.identity.exportMe(scene.cem));
  expect(edited['pagesEdited']).toMatchObject([{ edit_body: 'Grind.' }]);
  expect(JSON.stringify(edited['pagesEdited'])).not.toContain(scene.ben.personId);
});

it('whoever is erased is named on no publication any more, and the choice stays open', async () => {
  await value(scene.core.identity.eraseMe(scene.cem, { confirm: 'erase' }));
  const seen = await scene.see();
  expect(seen).toMatchObject({ state: 'edited-on-both-sides', bothSides: { page: { body: 'Grind.' } } });
  expect(seen.bothSides?.page).not.toHaveProperty('by');
  const chosen = { practiceId: scene.practiceId, pageVersion: 2, choice: 'page' as const };
  expect(await value(scene.publishing.chooseText(scene.ben, chosen))).toMatchObject({ state: 'published' });
  expect((await scene.practice()).contributors.map(({ person }) => person.name)).toEqual(['Ben Adeyemi']);
});
