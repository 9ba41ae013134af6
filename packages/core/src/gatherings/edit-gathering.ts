import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { EditGatheringInput, OccurrenceView } from './contract.ts';
import { edit, type ScheduleRefusal } from './gathering.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfSeries, withSeries } from './with-series.ts';

/** Changes a gathering and all its dates to come; answers with the next of them. */
export async function editGathering(
  deps: GatheringDeps,
  actor: Actor,
  { gatheringId, ifRevision, hostIds, meetingUrl, venue, capacity, timing, ...given }: EditGatheringInput & OfSeries,
): Promise<
  Result<
    OccurrenceView,
    ScheduleRefusal | 'no-such-gathering' | 'no-such-person' | 'gathering-cancelled' | 'changed-meanwhile'
  >
> {
  const hosts = hostIds && ([...new Set(hostIds)] as PersonId[]);
  const present = await deps.participants.present(actor, hosts ?? []);
  if (hosts?.some((host) => !present.has(host))) return refuse('no-such-person');

  const without = [
    ...(meetingUrl === null ? (['meetingUrl'] as const) : []),
    ...(venue === null || venue === '' ? (['venue'] as const) : []),
    ...(capacity === null ? (['capacity'] as const) : []),
  ];
  return withSeries(deps, actor, { gatheringId, ifRevision }, ({ gathering, by }, ahead) =>
    edit(gathering, ahead, by, {
      ...given,
      hosts,
      meetingUrl: meetingUrl ?? undefined,
      venue: venue || undefined,
      capacity: capacity ?? undefined,
      without,
      timing: timing && { ...timing, rule: timing.rule },
      at: deps.now(),
      newId: deps.newId,
    }),
  );
}
