import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { BundleGathering } from './contract.ts';
import type { Due, Import } from './imported-store.ts';

/** The same id for all that are known by the same first, in whatever order they come, and another one elsewhere. */
function rotationIdOf({ organisationId }: Import, first: string): string {
  const hex = createHash('sha256').update(`rotation ${organisationId} ${first}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * Those of these gatherings whose turns began here, or ended: turns that an import brought are known by an id of version 8,
 * and have nothing behind the last of them.
 */
export async function turnedHere({ tx }: Import, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ gathering_id: string }>`
    SELECT gathering_id FROM rotation_turn mine
    WHERE gathering_id = ANY(${ids}::uuid[]) AND (substr(rotation_id::text, 15, 1) <> '8'
      OR EXISTS (SELECT FROM rotation_turn single
        WHERE single.rotation_id = mine.rotation_id AND single.turn > single.turns))`.execute(tx);
  return new Set(rows.map(({ gathering_id: id }) => id));
}

/** Why a record cannot take the turn that it says. */
export async function turnTaken(
  run: Import,
  { id, value: { rotation } }: Due<BundleGathering>,
): Promise<string | undefined> {
  if (!rotation) return undefined;
  const { rows } = await sql`
    SELECT FROM rotation_turn WHERE rotation_id = ${rotationIdOf(run, rotation.first)} AND turn = ${rotation.turn}
      AND gathering_id <> ${id}`.execute(run.tx);
  return rows.length === 0 ? undefined : `rotation: another gathering takes turn ${rotation.turn} already.`;
}

/** A record that says nothing of a rotation takes no turns. */
export async function takeTurn(run: Import, { id, value: { rotation } }: Due<BundleGathering>): Promise<void> {
  if (!rotation) {
    await sql`DELETE FROM rotation_turn WHERE gathering_id = ${id}`.execute(run.tx);
    return;
  }
  await sql`
    INSERT INTO rotation_turn (gathering_id, rotation_id, turn, turns)
    VALUES (${id}, ${rotationIdOf(run, rotation.first)}, ${rotation.turn}, ${rotation.turns})
    ON CONFLICT (gathering_id) DO UPDATE SET rotation_id = excluded.rotation_id, turn = excluded.turn,
      turns = excluded.turns`.execute(run.tx);
}
