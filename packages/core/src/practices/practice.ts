import { type Change, change } from '../kernel/change.ts';
import type { AdoptionId, CommunityId, OrganisationId, PersonId, PracticeId } from '../kernel/ids.ts';
import { excerpt } from '../kernel/markdown.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PracticeEvent } from './events.ts';
import type { AdoptionKind, AdoptionOutcome, CreditKind, Life, PracticeVisibility } from './life.ts';
import { allows, type Relation } from './permission.ts';

export type Credit = { readonly personId: PersonId; readonly credit: CreditKind; readonly since: Date };
export type Endorsement = {
  readonly personId: PersonId;
  readonly version: number;
  readonly note: string | undefined;
  readonly at: Date;
};
export type Measure = {
  readonly name: string;
  readonly before?: number | undefined;
  readonly after: number;
  readonly unit?: string | undefined;
};
export type Adoption = {
  readonly id: AdoptionId;
  readonly by: PersonId;
  readonly kind: AdoptionKind;
  readonly team: string;
  readonly outcome: AdoptionOutcome | undefined;
  readonly story: string | undefined;
  readonly measure: Measure | undefined;
  readonly at: Date;
};

/** What is read; a change of any of it makes a new version. */
export type PracticeText = {
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly topics: readonly string[];
};

export type Practice = PracticeText & {
  readonly id: PracticeId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly life: Life;
  readonly lifeSince: Date;
  readonly lifeReason: string | undefined;
  readonly visibility: PracticeVisibility;
  readonly ownerId: PersonId;
  readonly credits: readonly Credit[];
  readonly endorsements: readonly Endorsement[];
  readonly adoptions: readonly Adoption[];
  /** `YYYY-MM-DD` */
  readonly reviewBy: string | undefined;
  readonly version: number;
  readonly versionBy: PersonId;
  readonly versionNote: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
};

export type PracticeChange = Change<Practice, PracticeEvent>;

/** Who acts, and how they relate to this practice and its community. `closed`: the community has ended. */
export type Practitioner = {
  readonly personId: PersonId;
  readonly relations: readonly Relation[];
  readonly closed: boolean;
};

type Draft = PracticeText &
  Pick<Practice, 'id' | 'organisationId' | 'communityId' | 'visibility'> & { readonly at: Date };

/** Begins a practice as a draft that its writer owns. */
export function draft(
  writer: Practitioner,
  { at, ...given }: Draft,
): Result<PracticeChange, 'not-taking-part' | 'community-closed'> {
  if (!allows(writer.relations, 'draft')) return refuse('not-taking-part');
  if (writer.closed) return refuse('community-closed');

  const practice: Practice = {
    ...given,
    life: 'draft',
    lifeSince: at,
    lifeReason: undefined,
    ownerId: writer.personId,
    credits: [{ personId: writer.personId, credit: 'author', since: at }],
    endorsements: [],
    adoptions: [],
    reviewBy: undefined,
    version: 1,
    versionBy: writer.personId,
    versionNote: undefined,
    createdAt: at,
    updatedAt: at,
    revision: 0,
  };
  return ok(change(practice, { type: 'practice.drafted', ...about(practice, writer) }));
}

type Editable = PracticeText & Pick<Practice, 'visibility' | 'ownerId' | 'reviewBy'>;
type Edit = { readonly [Field in keyof Editable]?: Editable[Field] | undefined } & {
  readonly note?: string | undefined;
  readonly at: Date;
};

/**
 * Changes the text or the settings of a practice. A new text is a new version, and credits whoever wrote it.
 *
 * An edit that changes nothing announces nothing. Endorsements stay, and keep saying which version they meant.
 */
export function edit(
  practice: Practice,
  editor: Practitioner,
  { note, at, ...wanted }: Edit,
): Result<PracticeChange | undefined, 'not-allowed' | 'practice-retired' | 'community-closed'> {
  if (!allows(editor.relations, 'edit')) return refuse('not-allowed');
  const entrusts =
    (wanted.ownerId !== undefined && wanted.ownerId !== practice.ownerId) ||
    (wanted.visibility !== undefined && wanted.visibility !== practice.visibility);
  if (entrusts && !allows(editor.relations, 'entrust')) return refuse('not-allowed');
  if (practice.life === 'retired') return refuse('practice-retired');
  if (editor.closed) return refuse('community-closed');

  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const edited: Practice = { ...practice, ...given };
  const rewritten = isRewritten(practice, edited);
  const reviewMoved = edited.reviewBy !== practice.reviewBy;
  if (!rewritten && !entrusts && !reviewMoved) return ok(undefined);

  const version = rewritten ? practice.version + 1 : practice.version;
  const credited = rewritten ? withCredit(edited, editor.personId, 'contributor', at) : edited.credits;
  const state: Practice = {
    ...edited,
    credits: entrusts ? withCredit({ credits: credited }, edited.ownerId, 'author', at) : credited,
    version,
    versionBy: rewritten ? editor.personId : practice.versionBy,
    versionNote: rewritten ? note || undefined : practice.versionNote,
    updatedAt: at,
  };
  return ok(change(state, { type: 'practice.edited', version, ...about(practice, editor) }));
}

const isRewritten = (before: PracticeText, after: PracticeText) =>
  before.title !== after.title ||
  before.context !== after.context ||
  before.body !== after.body ||
  before.topics.join('\n') !== after.topics.join('\n');

/** The credits with this person among them; nobody loses a credit that says more. */
export function withCredit(
  { credits }: Pick<Practice, 'credits'>,
  personId: PersonId,
  credit: CreditKind,
  since: Date,
): readonly Credit[] {
  return credits.some((one) => one.personId === personId) ? credits : [...credits, { personId, credit, since }];
}

/** Gives somebody credit, or changes what for. */
export function credit(
  practice: Practice,
  by: Practitioner,
  given: Credit,
): Result<PracticeChange | undefined, 'not-allowed'> {
  if (!allows(by.relations, 'edit')) return refuse('not-allowed');
  const before = practice.credits.find(({ personId }) => personId === given.personId);
  if (before?.credit === given.credit) return ok(undefined);

  const others = practice.credits.filter(({ personId }) => personId !== given.personId);
  const state = { ...practice, credits: [...others, { ...given, since: before?.since ?? given.since }] };
  return ok(change(state, { type: 'practice.credited', creditedId: given.personId, ...about(practice, by) }));
}

/** Takes somebody's credit away. The owner's stays: whoever answers for a practice is named on it. */
export function removeCredit(
  practice: Practice,
  by: Practitioner,
  creditedId: PersonId,
): Result<PracticeChange | undefined, 'not-allowed'> {
  const own = creditedId === by.personId;
  if (creditedId === practice.ownerId || (!own && !allows(by.relations, 'edit'))) return refuse('not-allowed');
  const credits = practice.credits.filter(({ personId }) => personId !== creditedId);
  if (credits.length === practice.credits.length) return ok(undefined);

  return ok(change({ ...practice, credits }, { type: 'practice.credit-removed', creditedId, ...about(practice, by) }));
}

/** Characters of plain text that a list shows of a practice. */
const SUMMARY = 240;

/** What a list shows of a practice: the first words of what it is good for, or of the practice itself. */
export const practiceSummary = ({ context, body }: Pick<PracticeText, 'context' | 'body'>) =>
  excerpt(context || body, SUMMARY);

/** What every fact about a practice carries. */
export const about = ({ id, communityId }: Practice, { personId }: Practitioner) => ({
  practiceId: id,
  communityId,
  personId,
});
