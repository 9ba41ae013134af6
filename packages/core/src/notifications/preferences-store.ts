import { type Kysely, sql } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import type { DeliveryTime } from './kind.ts';
import type { PreferencesStore } from './ports.ts';
import type { Preferences, Times } from './preferences.ts';

type Row = {
  readonly away_until: Date | null;
  readonly revision: number | null;
  readonly choices:
    | readonly { readonly community: string | null; readonly kind: string; readonly time: string }[]
    | null;
  readonly snoozed: readonly { readonly topic: string; readonly until: string }[] | null;
};

export function sqlPreferencesStore({ db }: { readonly db: Kysely<Database> }): PreferencesStore {
  return {
    async find(personId) {
      const { rows } = await sql<Row>`
        SELECT setting.away_until, setting.revision,
          (SELECT json_agg(json_build_object('community', community_id, 'kind', kind, 'time', time))
            FROM notification_choice WHERE person_id = asked.id) AS choices,
          (SELECT json_agg(json_build_object('topic', topic, 'until', until) ORDER BY topic)
            FROM topic_snooze WHERE person_id = asked.id) AS snoozed
        FROM (SELECT ${personId}::uuid AS id) asked LEFT JOIN notification_setting setting ON setting.person_id = asked.id
      `.execute(db);
      const [row] = rows;
      const usual: Times & Record<string, DeliveryTime> = {};
      const communities = new Map<string, Record<string, DeliveryTime>>();
      for (const { community, kind, time } of row?.choices ?? []) {
        const times = community === null ? usual : (communities.get(community) ?? {});
        times[kind] = time as DeliveryTime;
        if (community !== null) communities.set(community, times);
      }
      return {
        personId,
        usual,
        communities,
        snoozed: (row?.snoozed ?? []).map(({ topic, until }) => ({ topic, until: new Date(until) })),
        awayUntil: row?.away_until ?? undefined,
        revision: row?.revision ?? 0,
      };
    },

    async save({ personId, usual, communities, snoozed, awayUntil, revision }) {
      await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows: saved } = await tx
          .insertInto('notification_setting')
          .values({ person_id: personId, away_until: awayUntil ?? null, revision })
          .onConflict((conflict) =>
            conflict
              .column('person_id')
              .doUpdateSet({ away_until: awayUntil ?? null, revision })
              .where('notification_setting.revision', '=', revision - 1),
          )
          .executeTakeFirstOrThrow();
        if (saved !== 1n) throw new StaleWriteError(personId);

        await tx.deleteFrom('notification_choice').where('person_id', '=', personId).execute();
        const choices = [...choicesOf(null, usual), ...[...communities].flatMap(([id, times]) => choicesOf(id, times))];
        if (choices.length > 0) {
          await tx
            .insertInto('notification_choice')
            .values(choices.map((choice) => ({ person_id: personId, ...choice })))
            .execute();
        }
        await tx.deleteFrom('topic_snooze').where('person_id', '=', personId).execute();
        if (snoozed.length > 0) {
          await tx
            .insertInto('topic_snooze')
            .values(snoozed.map((one) => ({ person_id: personId, ...one })))
            .execute();
        }
        await keepDigests(tx, { usual, communities, personId });
      });
    },

    async communities(actor, ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('community')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .where(visibleCommunity(actor))
        .execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}

const choicesOf = (community_id: string | null, times: Times) =>
  Object.entries(times).flatMap(([kind, time]) => (time === undefined ? [] : [{ community_id, kind, time }]));

/**
 * Whoever chooses a daily digest gets one from the next look on; its time is set when it is first composed. The weekly
 * one everybody has.
 */
async function keepDigests(
  tx: Kysely<Database>,
  { usual, communities, personId }: Pick<Preferences, 'usual' | 'communities' | 'personId'>,
): Promise<void> {
  const daily = [usual, ...communities.values()].some((times) => Object.values(times).includes('daily'));
  if (!daily) {
    await tx.deleteFrom('digest').where('person_id', '=', personId).where('rhythm', '=', 'daily').execute();
  }
}
