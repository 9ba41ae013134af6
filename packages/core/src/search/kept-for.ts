import { keep } from '../kernel/keep.ts';

const MOST = 500;

/**
 * What is read of an organisation, kept for some milliseconds, so that all who search at the same time share one
 * reading. What could not be read is not kept.
 */
export function keptFor<Value>(
  keptMs: number,
  now: () => Date,
  read: (organisationId: string) => Promise<Value>,
): (organisationId: string) => Promise<Value> {
  const known = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  return (organisationId) => {
    const time = now().getTime();
    const kept = known.get(organisationId);
    if (kept && kept.until > time) return kept.value;

    const value = read(organisationId);
    keep(known, MOST, { key: organisationId, value: { value, until: time + keptMs } });
    value.catch(() => known.delete(organisationId));
    return value;
  };
}
