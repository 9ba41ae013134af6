import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let mentor: Actor;
let seeker: Actor;
let communityId: string;

const later = (days: number) => new Date(scene.clock.now().getTime() + days * 86_400_000).toISOString();
const offer = (pausedUntil: string | null = null) =>
  scene.core.learning.offerMentoring(mentor, {
    communityId,
    topics: ['wcag'],
    room: 1,
    rhythm: 'monthly',
    note: '',
    pausedUntil,
  });
const away = (until: string | null) => scene.core.notifications.editPreferences(mentor, { awayUntil: until });
const looks = async () =>
  certain(
    await scene.core.learning.requestMentor(seeker, {
      communityId,
      goal: 'I want to review pages on my own.',
      topics: ['wcag'],
      rhythm: 'monthly',
    }),
  );
/** How often the mentor is asked, after one look of the clock. */
async function asked(): Promise<number> {
  await scene.run('look', {});
  await scene.settle();
  return certain(await scene.core.learning.seeMyMentoring(mentor)).seekers.length;
}
const told = async () =>
  (await db().selectFrom('outbox').select('id').where('type', '=', 'mentoring.returned').execute()).length;

beforeEach(async () => {
  scene = await aNoticeScene(db());
  mentor = await scene.reached('Mo');
  seeker = await scene.reached('Sam');
  communityId = await scene.community(mentor, 'Accessibility guild', [seeker]);
});

describe('a mentor who is back', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a pause of their offer', () => offer(later(10))],
    ['an absence', async () => [await offer(), await away(later(10))]],
  ])('from %s is asked for whoever looks', async (_what, rest) => {
    await rest();
    await looks();
    expect(await asked()).toBe(0);
    scene.clock.pass(9);
    expect(await asked()).toBe(0);
    scene.clock.pass(1.01);
    expect(await asked()).toBe(1);
  });

  it('earlier than they said is asked too', async () => {
    certain(await offer());
    certain(await away(later(10)));
    await looks();
    expect(await asked()).toBe(0);
    scene.clock.pass(1);
    certain(await away(null));
    scene.clock.pass(0.01);
    expect(await asked()).toBe(1);
  });

  it('is found also where they changed something else in the minute after', async () => {
    certain(await offer());
    certain(await away(later(1)));
    await looks();
    await asked();
    scene.clock.pass(1.0001);
    certain(await scene.core.notifications.editPreferences(mentor, { usual: { mentoring: 'daily' } }));
    scene.clock.pass(0.01);
    expect(await asked()).toBe(1);
  });

  it('is told of once, by many processes at once too, and only where somebody looks', async () => {
    certain(await offer(later(1)));
    scene.clock.pass(1.01);
    await scene.run('look', {});
    expect(await told()).toBe(0);

    certain(await offer(later(1)));
    await looks();
    scene.clock.pass(1.01);
    await Promise.all([1, 2, 3].map(() => scene.run('look', {})));
    await scene.run('look', {});
    expect(await told()).toBe(1);
  });
});
