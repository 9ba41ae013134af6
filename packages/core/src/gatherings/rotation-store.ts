import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import type { RotationStore } from './ports.ts';
import { saveGathering } from './store.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string; readonly now: () => Date };

export const sqlRotations = ({ db, newId, now }: Deps): RotationStore => ({
  async save(turns) {
    const rotationId = newId();
    await db.transaction().execute(async (tx) => {
      for (const [at, turn] of turns.entries()) {
        await saveGathering(tx, turn, { at: now(), newId });
        await sql`
          INSERT INTO rotation_turn (gathering_id, rotation_id, turn, turns)
          VALUES (${turn.state.id}, ${rotationId}, ${at + 1}, ${turns.length})`.execute(tx);
      }
    });
  },
});
