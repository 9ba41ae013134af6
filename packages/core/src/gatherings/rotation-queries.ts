import { sql } from 'kysely';
import { visibleGathering, type Viewer } from '../sql/visibility.ts';

/**
 * Needs the tables `gathering` and `occurrence`: which turn it is, and the others with their date that comes next. What a
 * series was before it took turns (turn 0) leads to its turns, and they do not lead back; nor does what it is after them,
 * to which all lead. Whether the viewer sees all the turns, and hosts all that are not called off, is of turns only.
 */
export const rotationFor = (viewer: Viewer) => sql`(
  SELECT json_build_object('turn', mine.turn, 'turns', mine.turns, 'others', (
    SELECT json_agg(json_build_object('turn', other.turn, 'gathering_id', other.gathering_id, 'id', next.id,
      'starts_at', next.starts_at) ORDER BY other.turn)
    FROM rotation_turn other
      JOIN gathering ON gathering.id = other.gathering_id JOIN community ON community.id = gathering.community_id
      CROSS JOIN LATERAL (
        SELECT o.id, o.starts_at FROM occurrence o WHERE o.gathering_id = other.gathering_id
        ORDER BY o.starts_at > occurrence.starts_at AND o.cancelled_at IS NULL DESC,
          CASE WHEN o.starts_at > occurrence.starts_at THEN o.starts_at END, o.starts_at DESC LIMIT 1) next
    WHERE other.rotation_id = mine.rotation_id AND other.gathering_id <> mine.gathering_id AND other.turn > 0
      AND ${visibleGathering(viewer)}),
    'sees_all', NOT EXISTS (${turnsOfMine} AND NOT ${visibleGathering(viewer)}),
    'hosts_all', NOT EXISTS (${turnsOfMine} AND gathering.cancelled_at IS NULL AND NOT EXISTS (
      SELECT FROM gathering_host h WHERE h.gathering_id = gathering.id AND h.person_id = ${viewer.personId})))
  FROM rotation_turn mine WHERE mine.gathering_id = gathering.id AND mine.turn <= mine.turns)`;

/** Needs `mine`, a place of `rotationFor`. */
const turnsOfMine = sql`SELECT FROM rotation_turn one
  JOIN gathering ON gathering.id = one.gathering_id JOIN community ON community.id = gathering.community_id
  WHERE one.rotation_id = mine.rotation_id AND one.turn BETWEEN 1 AND mine.turns`;

/** A gathering and those with which it takes turns. */
export const togetherWith = (gatheringId: string) => sql`
  SELECT ${gatheringId}::uuid UNION SELECT other.gathering_id FROM rotation_turn mine
    JOIN rotation_turn other ON other.rotation_id = mine.rotation_id WHERE mine.gathering_id = ${gatheringId}`;
