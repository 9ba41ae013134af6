import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import { excerpt } from '../kernel/markdown.ts';
import type { AuditPage, ReportedItem, UnmaskingView } from './contract.ts';
import type { Item } from './item.ts';
import type { AuditAction, ReportReason, SubjectKind } from './subject.ts';
import { mayDecide, type Unmasking } from './unmasking.ts';
import { utc } from '../kernel/instant.ts';

/** Characters of plain text that stewards see of what they decide about. */
const EXCERPT = 500;

/** What a reported item is shown from: who reported is not among it. */
export type ReportedRow = Pick<Item, 'subject' | 'hidden'> &
  Pick<ReportedItem, 'title' | 'link'> & {
    readonly text: string;
    readonly person: PersonCardRow | undefined;
    readonly pseudonym: string | undefined;
    readonly sent: readonly { readonly reason: ReportReason; readonly note: string | null; readonly at: string }[];
  };

export const viewReportedItem = ({
  subject,
  title,
  text,
  person,
  pseudonym,
  hidden,
  sent,
  link,
}: ReportedRow): ReportedItem => ({
  subject,
  title,
  excerpt: excerpt(text, EXCERPT),
  author: {
    ...(person ? { person: viewPersonCard(person) } : {}),
    ...(pseudonym === undefined ? {} : { pseudonym }),
  },
  hidden,
  reports: sent.map(({ reason, note, at }) => ({ reason, ...(note ? { note } : {}), at: utc(at) })),
  link,
});

export type AuditRow = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly reason: string;
  readonly person: PersonCardRow;
};

/** What something is about, as readers of it may see it or not. */
export type AboutRow = Pick<ReportedRow, 'title' | 'text' | 'link'> & { readonly visible: boolean };

const viewAbout = (item: AboutRow | undefined): Pick<UnmaskingView, 'about'> =>
  item?.visible ? { about: { title: item.title, excerpt: excerpt(item.text, EXCERPT), link: item.link } } : {};

export const viewAuditEntry = (row: AuditRow, item: AboutRow | undefined): AuditPage['items'][number] => ({
  at: utc(row.at),
  by: viewPersonCard(row.person),
  action: row.action as AuditAction,
  subject: { kind: row.subject_kind as SubjectKind, id: row.subject_id },
  ...viewAbout(item),
  reason: row.reason,
});

type People = {
  readonly askedBy: PersonCardRow;
  readonly decidedBy: PersonCardRow | undefined;
  /** Whoever wrote it. Given by the query to the two stewards alone, and only when it is done. */
  readonly author: PersonCardRow | undefined;
};

export const viewUnmasking = (
  unmasking: Unmasking,
  item: Pick<Item, 'subject' | 'standing' | 'selves' | 'by'> & AboutRow,
  { askedBy, decidedBy, author }: People,
): UnmaskingView => ({
  id: unmasking.id,
  subject: item.subject,
  ...viewAbout(item),
  reason: unmasking.reason,
  askedBy: viewPersonCard(askedBy),
  askedAt: utc(unmasking.askedAt),
  state: unmasking.state,
  ...(decidedBy ? { decidedBy: viewPersonCard(decidedBy) } : {}),
  ...(author ? { author: viewPersonCard(author) } : {}),
  abilities: { decide: mayDecide(unmasking, item) },
});

/** The two stewards who unmasked, and nobody else, see whom. */
export const seesAuthor = ({ state, askedBy, decidedBy }: Unmasking, { selves }: Pick<Item, 'selves'>) =>
  state === 'done' && (selves.includes(askedBy) || (decidedBy !== undefined && selves.includes(decidedBy)));
