import { type Kysely, sql, type Transaction } from 'kysely';
import type { GatheringId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { GatheringChange } from './gathering.ts';
import type { RotationStore } from './ports.ts';
import { saveGathering } from './store.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string; readonly now: () => Date };
/** `turn`: from 1; 0 is the series as it was before it took turns, and one more than there are is what it is after them. */
type Place = { readonly rotationId: string; readonly turn: number; readonly turns: number };

type TurnRow = {
  readonly gathering_id: string;
  readonly rotation_id: string;
  readonly turn: number;
  readonly turns: number;
};

export function sqlRotations({ db, newId, now }: Deps): RotationStore {
  const saveTurn = async (tx: Transaction<Database>, saved: GatheringChange, { rotationId, turn, turns }: Place) => {
    await saveGathering(tx, saved, { at: now(), newId });
    await sql`
      INSERT INTO rotation_turn (gathering_id, rotation_id, turn, turns)
      VALUES (${saved.state.id}, ${rotationId}, ${turn}, ${turns})
      ON CONFLICT (gathering_id) DO UPDATE SET rotation_id = excluded.rotation_id, turn = excluded.turn,
        turns = excluded.turns`.execute(tx);
  };
  const saveAll = async (tx: Transaction<Database>, rotationId: string, all: readonly GatheringChange[]) => {
    for (const [at, one] of all.entries()) await saveTurn(tx, one, { rotationId, turn: at + 1, turns: all.length });
  };

  const membersOf = async (gatheringId: GatheringId): Promise<readonly TurnRow[]> => {
    const { rows } = await sql<TurnRow>`
      SELECT one.* FROM rotation_turn mine JOIN rotation_turn one USING (rotation_id)
      WHERE mine.gathering_id = ${gatheringId} ORDER BY one.turn`.execute(db);
    return rows;
  };

  return {
    async save(turns) {
      await db.transaction().execute((tx) => saveAll(tx, newId(), turns));
    },

    async saveInstead(gatheringId, { ended, turns }) {
      const rotationId = newId();
      await db.transaction().execute(async (tx) => {
        if (ended) await saveTurn(tx, ended, { rotationId, turn: 0, turns: turns.length });
        await saveAll(tx, rotationId, turns);
        const ids = turns.map(({ state }) => state.id);
        await hideAs(tx, gatheringId, ids);
        await dropHeld(tx, gatheringId, ids, now());
      });
    },

    async turnsOf(gatheringId) {
      const rows = await membersOf(gatheringId);
      const single = rows.find(({ turn, turns }) => turn > turns);
      return rows.length === 0
        ? undefined
        : {
            turns: rows
              .filter(({ turn, turns }) => turn > 0 && turn <= turns)
              .map(({ gathering_id: id, turn }) => ({ gatheringId: id as GatheringId, turn })),
            single: single?.gathering_id as GatheringId | undefined,
          };
    },

    async saveEnd(gatheringId, { single, ended }) {
      const [own] = await membersOf(gatheringId);
      if (!own) throw new Error('A series that took turns a moment ago does not');
      const { rotation_id: rotationId, turns } = own;
      await db.transaction().execute(async (tx) => {
        await saveTurn(tx, single, { rotationId, turn: turns + 1, turns });
        for (const one of ended) await saveGathering(tx, one, { at: now(), newId });
        await hideAs(tx, gatheringId, [single.state.id]);
        for (const { state } of ended) await dropHeld(tx, state.id, [single.state.id], now());
      });
    },
  };
}

/** They say what it says. */
async function hideAs(tx: Transaction<Database>, gatheringId: GatheringId, turns: readonly GatheringId[]) {
  await sql`
    UPDATE gathering SET hidden_at = former.hidden_at FROM gathering former
    WHERE former.id = ${gatheringId} AND former.hidden_at IS NOT NULL AND gathering.id = ANY(${turns}::uuid[])`.execute(
    tx,
  );
}

/** What was moved forward and has been is not planned once more. */
async function dropHeld(tx: Transaction<Database>, gatheringId: GatheringId, turns: readonly GatheringId[], at: Date) {
  await sql`
    DELETE FROM occurrence fresh WHERE fresh.gathering_id = ANY(${turns}::uuid[]) AND fresh.planned_at > ${at}
      AND EXISTS (SELECT FROM occurrence held WHERE held.gathering_id = ${gatheringId} AND held.starts_at <= ${at}
        AND held.id <> fresh.id AND left(held.planned_local, 10) = left(fresh.planned_local, 10))`.execute(tx);
}
