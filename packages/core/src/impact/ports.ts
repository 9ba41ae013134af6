import type { Viewer } from '../sql/visibility.ts';
import type { MeasuresQuery } from './contract.ts';
import type { Durations } from './duration.ts';

export type ImpactQueries = {
  /** Undefined where there is no such community, or not for this viewer. */
  measure(viewer: Viewer, communityId: string, period: MeasuresQuery): Promise<Durations | undefined>;
};
