import type { CommunityId, PersonId } from '../kernel/ids.ts';
import type { SubjectKind } from './subject.ts';

type About = {
  readonly communityId: CommunityId;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** The question that the subject is or stands in; none for a practice or an agenda. */
  readonly questionId?: string;
  /** The date on whose agenda it stands, and who put it there. */
  readonly occurrenceId?: string;
  readonly writtenBy?: PersonId;
};
/** A steward, who acts by name, and the entry of the audit log that has the reason. */
type ByStewardship = About & { readonly by: PersonId; readonly auditId: string };

/** Facts about trust. Who reported is in none of them, and neither is who was unmasked. */
export type TrustEvent =
  | ({ readonly type: 'item.reported' } & About)
  | ({ readonly type: 'item.hidden' } & ByStewardship)
  | ({ readonly type: 'item.restored' } & ByStewardship)
  | ({ readonly type: 'item.warned' } & ByStewardship)
  | ({ readonly type: 'item.dismissed' } & ByStewardship)
  | ({ readonly type: 'unmasking.asked'; readonly unmaskingId: string } & ByStewardship)
  | ({ readonly type: 'unmasking.done'; readonly unmaskingId: string } & ByStewardship)
  | ({ readonly type: 'unmasking.refused'; readonly unmaskingId: string } & ByStewardship);
