import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { conductView } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
let trust: QuestionScene['core']['trust'];

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ trust } = scene.core);
});

describe('the code of conduct', () => {
  it('is the usual one until the community writes its own', async () => {
    const { ana, ben, dora, communityId } = scene;
    const usual = certain(await trust.seeConduct(dora, { communityId }));
    expect(conductView.parse(usual)).toEqual(usual);
    expect(usual).toMatchObject({ own: false, abilities: { edit: false }, unmasking: 'two-stewards' });

    expect(await trust.editConduct(ben, { communityId, text: 'Mine' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(certain(await trust.editConduct(ana, { communityId, text: 'Be brief.' }))).toMatchObject({
      own: true,
      text: 'Be brief.',
    });
    expect(certain(await trust.seeConduct(ben, { communityId }))).toMatchObject({
      text: 'Be brief.',
      acknowledgedOn: '2026-03-02',
    });
    expect(certain(await trust.editConduct(ana, { communityId, text: ' ' })).own).toBe(false);
  });

  it('is not overwritten by whoever read an older one, and going back begins no new count', async () => {
    const { ana, communityId } = scene;
    const read = certain(await trust.seeConduct(ana, { communityId }));
    const first = certain(await trust.editConduct(ana, { communityId, text: 'Be brief.', ifRevision: read.revision }));
    const late = { communityId, text: 'Be long.', ifRevision: read.revision };
    expect(await trust.editConduct(ana, late)).toEqual({ ok: false, reason: 'changed-meanwhile' });

    const back = certain(await trust.editConduct(ana, { communityId, text: '', ifRevision: first.revision }));
    expect(back).toMatchObject({ own: false, revision: first.revision + 1 });
    expect(await trust.editConduct(ana, late)).toEqual({ ok: false, reason: 'changed-meanwhile' });

    const texts = ['One', 'Two', 'Three', 'Four'];
    const all = await Promise.all(
      texts.map((text) => trust.editConduct(ana, { communityId, text, ifRevision: back.revision })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is agreed to by members, the first time counts', async () => {
    const { ben, dora, communityId } = scene;
    expect(await trust.acknowledgeConduct(dora, { communityId })).toEqual({ ok: false, reason: 'not-taking-part' });
    scene.clock.pass(5);
    expect(certain(await trust.acknowledgeConduct(ben, { communityId })).acknowledgedOn).toBe('2026-03-02');
  });
});
