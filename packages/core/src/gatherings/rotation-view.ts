import type { OccurrenceView } from './contract.ts';

export type RotationRow = {
  readonly turn: number;
  readonly turns: number;
  readonly others: readonly OtherRow[] | null;
};
type OtherRow = {
  readonly id: string;
  readonly gathering_id: string;
  readonly turn: number;
  readonly starts_at: string;
};

/** Which turn a series is, and the others with their dates. */
export const viewRotation = ({ turn, turns, others }: RotationRow): OccurrenceView['rotation'] => ({
  turn,
  turns,
  others: (others ?? []).map(({ id, gathering_id, turn: theirs, starts_at }) => ({
    id,
    gatheringId: gathering_id,
    turn: theirs,
    startsAt: new Date(starts_at).toISOString(),
  })),
});
