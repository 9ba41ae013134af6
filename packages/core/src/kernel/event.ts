import type { EventId, OrganisationId } from './ids.ts';

/**
 * A fact as it stands in the outbox. `type` and the fields of `Fact` are declared by the slice that announces it, in
 * its `events.ts`; ids only, never names or texts, because facts are kept.
 */
export type Recorded<Fact extends { readonly type: string }> = Fact & {
  readonly id: EventId;
  readonly organisationId: OrganisationId;
  readonly occurredAt: Date;
};
