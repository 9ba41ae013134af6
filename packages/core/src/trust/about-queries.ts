import type { Actor } from '../kernel/actor.ts';
import { type ItemDeps, type MetItem, readItems } from './item-queries.ts';
import { subjectKinds, type SubjectKind } from './subject.ts';

/** What these rows are about, by its id. */
export async function itemsOf(
  deps: ItemDeps,
  actor: Actor,
  rows: readonly { readonly subject_kind: string; readonly subject_id: string }[],
): Promise<ReadonlyMap<string, MetItem>> {
  const idsOf = (kind: SubjectKind) => [
    ...new Set(rows.filter(({ subject_kind }) => subject_kind === kind).map(({ subject_id }) => subject_id)),
  ];
  const items = await Promise.all(subjectKinds.map((kind) => readItems(deps, actor, { kind, ids: idsOf(kind) })));
  return new Map(items.flat().map((item) => [item.subject.id, item]));
}
