import type { OrganisationId } from '../kernel/ids.ts';
import type {
  BundleAnswer,
  BundleComment,
  BundleCommunity,
  BundleGathering,
  BundleMembership,
  BundlePerson,
  BundlePractice,
  BundleQuestion,
  BundleSection,
} from './contract.ts';
import type { BundleRecord, Checked, Written } from './record.ts';

/** Writes batches of checked records; every answer has the order of its input. */
export type BundleWriter = {
  people(batch: readonly Checked<BundlePerson>[]): Promise<Written[]>;
  communities(batch: readonly Checked<BundleCommunity>[]): Promise<Written[]>;
  memberships(batch: readonly Checked<BundleMembership>[]): Promise<Written[]>;
  practices(batch: readonly Checked<BundlePractice>[]): Promise<Written[]>;
  questions(batch: readonly Checked<BundleQuestion>[]): Promise<Written[]>;
  answers(batch: readonly Checked<BundleAnswer>[]): Promise<Written[]>;
  comments(batch: readonly Checked<BundleComment>[]): Promise<Written[]>;
  gatherings(batch: readonly Checked<BundleGathering>[]): Promise<Written[]>;
  /** After the last record: ties people to their managers. Answers what it could not. */
  tiePeople(): Promise<Written[]>;
  /** After that: ties questions to answers and questions that came after them. Answers what it could not. */
  tie(): Promise<Written[]>;
};

export type BundleStore = {
  /**
   * Runs `work` in one transaction: what it wrote is saved when it ends, and undone when it throws or `keep` is false.
   * Counts of members, practices and answers, and the place in the directory, are brought up to date at the end.
   */
  inOneGo<Value>(
    organisationId: OrganisationId,
    keep: boolean,
    work: (writer: BundleWriter) => Promise<Value>,
  ): Promise<Value>;
  /** Every record of an organisation, section by section, a page at a time. */
  records(organisationId: OrganisationId): AsyncIterable<BundleRecord>;
  organisationName(organisationId: OrganisationId): Promise<string | undefined>;
};

export type BundleProgress = (done: { readonly section: BundleSection; readonly records: number }) => void;
