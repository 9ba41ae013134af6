import type { Subscriber } from '../sql/subscriber.ts';
import { activityWeights, enliven, liveliness } from './liveliness.ts';

/** Keeps how lively each community is from what happens in it. Facts may come in any order: the sum is the same. */
export const activitySubscriber: Subscriber = {
  name: 'community-activity',
  on: Object.keys(activityWeights),
  async handle(tx, { type, communityId, occurredAt }) {
    const weight = activityWeights[type];
    if (weight === undefined || typeof communityId !== 'string') throw new Error(`${type} does not say where it was`);

    const before = await tx
      .selectFrom('community')
      .select(['activity', 'last_activity_at'])
      .where('id', '=', communityId)
      // Not FOR UPDATE: what is written in the community meanwhile refers to this row, and would wait for the whole batch.
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!before) return;

    const now = enliven({ activity: before.activity, last: before.last_activity_at }, weight, occurredAt);
    await tx
      .updateTable('community')
      .set({ activity: now.activity, last_activity_at: now.last, liveliness: liveliness(now) })
      .where('id', '=', communityId)
      .execute();
  },
};
