import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ana: Actor; // coordinates
let ben: Actor;
let cem: Actor;
let communityId: string;

const schedule = (given = {}) => scene.schedule(ana, communityId, given);

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ana = await scene.reached('Ana');
  ben = await scene.reached('Ben');
  cem = await scene.reached('Cem');
  communityId = await scene.community(ana, 'Welders', [ben, cem]);
  for (const who of [ben, cem]) await scene.prefer(who, { 'new-gathering': 'never' });
  await scene.deliver();
  scene.sent.length = 0;
});

it('whoever put something on an agenda hears of what a steward did to it', async () => {
  const { id } = await schedule();
  const { agenda } = await value(
    scene.core.gatherings.addAgendaItem(ben, { occurrenceId: id, text: 'Who is to blame?' }),
  );
  const subject = { kind: 'agenda-item', id: agenda[0]!.id } as const;
  await value(scene.core.trust.moderate(ana, { subject, action: 'hide', reason: 'We blame nobody.' }));
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:ben: Something that you wrote was hidden: “Round”']);
});

it('no message carries a title or a description that a steward has hidden', async () => {
  await value(scene.core.communities.grantRole(ana, { communityId, personId: ben.personId, role: 'coordinator' }));
  await scene.prefer(cem, { 'new-gathering': 'now' });
  await scene.deliver();
  scene.sent.length = 0;
  const { gatheringId } = await schedule({ title: 'Who is to blame', description: 'It was **Cem**.' });
  const subject = { kind: 'gathering', id: gatheringId } as const;
  await value(scene.core.trust.moderate(ben, { subject, action: 'hide', reason: 'Be kind.' }));
  await scene.deliver();
  expect(scene.lines().toSorted()).toEqual([
    'a:ana: Something that you wrote was hidden: “Title hidden by a steward”',
    'a:cem: New gathering “Title hidden by a steward”: Wed 4 Mar, 15:00 CET',
  ]);
  expect(JSON.stringify(scene.sent)).not.toMatch(/blame|It was/u);
});

it('of a recap that a steward has hidden nobody is told any more, but its author', async () => {
  const dora = await scene.reached('Dora');
  const { id } = await schedule({ hostIds: [dora.personId] });
  await value(scene.core.gatherings.answerGathering(ben, { occurrenceId: id, answer: 'going' }));
  await scene.deliver();
  scene.sent.length = 0;
  scene.clock.pass(2.25);
  await value(scene.core.gatherings.writeRecap(dora, { occurrenceId: id, recap: 'Ben did it.', outcomes: [] }));
  const subject = { kind: 'recap', id } as const;
  await value(scene.core.trust.moderate(ana, { subject, action: 'hide', reason: 'Be kind.' }));
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:dora: Something that you wrote was hidden: “Round”']);
});
