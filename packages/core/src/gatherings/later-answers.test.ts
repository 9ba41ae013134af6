import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import { nextId } from '../testing/scene.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let cem: Actor; // colleague, no member

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem } = scene);
});

describe('the same answer to all later dates of a series', () => {
  it('is taken of each by itself: one that is full has a waiting list, one that was called off is left out', async () => {
    const first = await scene.schedule(ana, { capacity: 1, rule: 'FREQ=WEEKLY;COUNT=5' });
    const [second, third, fourth, fifth] = first.later.map(({ id }) => id);
    await scene.answer(cem, third!, 'going');
    await scene.answer(ben, fifth!, 'maybe');
    await scene.cancelDate(ana, fourth!);
    const all = { occurrenceId: second!, answer: 'going', later: true } as const;
    expect(await scene.value(scene.core.gatherings.answerGathering(ben, all))).toMatchObject({ myStanding: 'going' });
    const standings = [first.id, second!, third!, fourth!, fifth!].map(
      async (id) => (await scene.see(ben, id)).myStanding,
    );
    expect(await Promise.all(standings)).toEqual([undefined, 'going', 'waiting', undefined, 'going']);
    const given = await db().selectFrom('outbox').select('id').where('type', '=', 'rsvp.given').execute();
    expect(given).toHaveLength(5);
    // Whoever waits moves up on each of them, when the place is given back on all; of one that is over nothing is taken.
    await scene.answer(cem, second!, 'going');
    await scene.value(scene.core.gatherings.answerGathering(ben, { ...all, answer: 'not-going' }));
    expect(await scene.see(cem, second!)).toMatchObject({ myStanding: 'going', waiting: 0, notGoing: 1 });
    scene.clock.pass(40);
    expect(await scene.core.gatherings.answerGathering(ben, all)).toEqual({ ok: false, reason: 'gathering-over' });
  });

  it('is taken of many who say it at once to two processes, each place once, and leaves nobody out', async () => {
    const first = await scene.schedule(ana, { capacity: 2, rule: 'FREQ=WEEKLY;COUNT=8' });
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, at) => scene.person(`Person ${at}`)));
    const processes = [0, 1].map(() =>
      createCore({
        db: db(),
        newId: nextId,
        now: scene.clock.now,
        chance: (count) => new Uint8Array(count),
        secret: 'a secret of at least thirty-two characters',
        sealKeys: [new Uint8Array(32)],
        administrators: [],
      }),
    );
    const all = (who: Actor, at: number) =>
      processes[at % 2]!.gatherings.answerGathering(who, {
        occurrenceId: first.id,
        answer: 'going',
        later: at % 3 > 0,
      });
    for (const { ok } of await Promise.all(crowd.map(all))) expect(ok).toBe(true);
    const { rows } = await sql<{ going: number; all: number }>`
      SELECT count(*) FILTER (WHERE standing = 'going') AS going, count(*) AS all FROM rsvp
        JOIN occurrence o ON o.id = rsvp.occurrence_id GROUP BY o.id, o.starts_at ORDER BY o.starts_at`.execute(db());
    expect(rows.map(({ going, all: count }) => [going, count])).toEqual([
      [2, 12],
      ...Array.from({ length: 7 }, () => [2, 8]),
    ]);
  });
});
