import type { BundleSection } from './contract.ts';
import { bundleSections } from './contract.ts';

/**
 * One entry of a bundle as it was read, before anything about it is believed. `place`: where it stands in its file, if
 * another word for that helps more than section and index.
 */
export type BundleRecord = {
  readonly section: BundleSection;
  readonly index: number;
  readonly value: unknown;
  readonly place?: string;
};

/** A record whose shape is right. `hash` is the same exactly when the record says the same. */
export type Checked<Value> = {
  readonly place: string;
  readonly externalId: string;
  readonly hash: Buffer;
  readonly value: Value;
};

export type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected';
export type Rejection = { readonly place: string; readonly reason: string };
/** What became of one record. `reason`: why it was rejected, or why not all of it was taken over. */
export type Written = { readonly place: string; readonly outcome: Outcome; readonly reason?: string };

/** Rejections that a report lists one by one, and records that were not taken over whole; beyond them it only counts. */
const LISTED = 1000;

export type ImportReport = {
  readonly counts: Readonly<Record<BundleSection, Readonly<Record<Outcome, number>>>>;
  readonly rejections: readonly Rejection[];
  /** Of what was taken, or stays as it is: what people here have decided and the record does not change. */
  readonly kept: readonly Rejection[];
};

const nothing = { created: 0, updated: 0, unchanged: 0, rejected: 0 };

export const emptyReport: ImportReport = {
  counts: {
    people: nothing,
    communities: nothing,
    memberships: nothing,
    practices: nothing,
    questions: nothing,
    answers: nothing,
    comments: nothing,
    gatherings: nothing,
  },
  rejections: [],
  kept: [],
};

/** The report with these outcomes counted in. */
export function addOutcomes(report: ImportReport, section: BundleSection, written: readonly Written[]): ImportReport {
  const counts = { ...report.counts[section] };
  for (const { outcome } of written) counts[outcome] += 1;
  const rejected = written.flatMap(({ place, outcome, reason }) =>
    outcome === 'rejected' ? [{ place, reason: reason ?? 'rejected' }] : [],
  );
  const kept = written.flatMap(({ place, outcome, reason }) =>
    outcome !== 'rejected' && reason !== undefined ? [{ place, reason }] : [],
  );
  return {
    counts: { ...report.counts, [section]: counts },
    rejections: [...report.rejections, ...rejected].slice(0, LISTED),
    kept: [...report.kept, ...kept].slice(0, LISTED),
  };
}

/** Whether `next` may follow `before` in a bundle: sections come in one order, so that what is named is there already. */
export const mayFollow = (before: BundleSection, next: BundleSection) =>
  bundleSections.indexOf(next) >= bundleSections.indexOf(before);
