import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MeasuresQuery, MeasuresView } from './contract.ts';
import type { ImpactQueries } from './ports.ts';
import { viewMeasures } from './view.ts';

/** How quickly questions of a community are answered, for everybody who may see the community. */
export async function seeMeasures(
  { impact }: { readonly impact: ImpactQueries },
  actor: Actor,
  { communityId, ...period }: { readonly communityId: string } & MeasuresQuery,
): Promise<Result<MeasuresView, 'no-such-community'>> {
  const durations = await impact.measure(actor, communityId, period);
  return durations ? ok(viewMeasures(communityId, durations)) : refuse('no-such-community');
}
