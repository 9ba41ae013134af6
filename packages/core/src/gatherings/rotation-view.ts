import type { OccurrenceView } from './contract.ts';
import { utc } from '../kernel/instant.ts';
import { allows, type Relation } from './permission.ts';

export type RotationRow = {
  readonly turn: number;
  readonly turns: number;
  readonly others: readonly OtherRow[] | null;
  readonly sees_all: boolean;
  readonly hosts_all: boolean;
};
type OtherRow = {
  readonly id: string;
  readonly gathering_id: string;
  readonly turn: number;
  readonly starts_at: string;
};

/** Which turn a series is, the others with their dates, and what it is after them. */
export function viewRotation({ turn, turns, others }: RotationRow): NonNullable<OccurrenceView['rotation']> {
  const all = (others ?? []).map(({ id, gathering_id, turn: theirs, starts_at }) => ({
    id,
    gatheringId: gathering_id,
    turn: theirs,
    startsAt: utc(starts_at),
  }));
  const single = all.find((one) => one.turn > turns);
  return {
    turn,
    turns,
    others: all.filter((one) => one.turn <= turns),
    ...(single ? { single: { id: single.id, gatheringId: single.gatheringId, startsAt: single.startsAt } } : {}),
  };
}

/** Whether it is one of the turns, and whoever meets it in these relations sees, and may change, each of them. */
export const mayEndTurns = ({ turn, sees_all, hosts_all }: RotationRow, relations: readonly Relation[]): boolean =>
  turn > 0 && sees_all && allows(hosts_all ? relations : relations.filter((one) => one !== 'host'), 'change');
