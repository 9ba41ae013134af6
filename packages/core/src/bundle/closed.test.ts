import { expect, it } from 'vitest';
import { coreSubscribers } from '../core.ts';
import { createRelay } from '../sql/relay.ts';
import { ana, guild } from '../testing/bundle-builders.ts';
import { bundleScene } from '../testing/bundle-scene.ts';
import { testDatabase } from '../testing/database.ts';

const db = testDatabase();
const scene = bundleScene(db);

it('what is to come of a community is called off when an import says that it is closed', async () => {
  const series = {
    externalId: 'g1',
    community: 'welders',
    title: 'Monday round',
    timeZone: 'UTC',
    startsLocal: '2026-03-09T09:00',
    rule: 'FREQ=WEEKLY;COUNT=3',
  };
  await scene.take({ people: [ana], communities: [guild], gatherings: [series] });
  await scene.take({ communities: [{ ...guild, stage: 'closed', closeReason: 'It has done its work.' }] });
  const { now } = scene.clock;
  await createRelay({ db: db(), subscribers: coreSubscribers({ now, newId: () => crypto.randomUUID() }), now }).drain();
  const dates = await db().selectFrom('occurrence').select('cancel_reason').execute();
  expect(dates).toEqual(dates.map(() => ({ cancel_reason: 'Its community has ended.' })));
  expect(dates).toHaveLength(3);
});
