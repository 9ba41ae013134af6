import { bundleSections, type ImportReport, type Outcome } from '@copse/core/bundle';

const outcomes: readonly Outcome[] = ['created', 'updated', 'unchanged', 'rejected'];

/** The report of an import as a table for a terminal, and with their places what was rejected, or kept as it is here. */
export function sayReport({ counts, rejections, kept }: ImportReport): string {
  const head = ['', ...outcomes];
  const rows = bundleSections.map((section) => [
    section,
    ...outcomes.map((outcome) => String(counts[section][outcome])),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const total = bundleSections.reduce((sum, section) => sum + counts[section].rejected, 0);
  const more = total - rejections.length;
  return [
    line(head),
    ...rows.map(line),
    ...(total > 0 ? ['', `${total} rejected:`] : []),
    ...rejections.map(({ place, reason }) => `  ${place}  ${reason}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...(kept.length > 0 ? ['', 'Kept as it is here:'] : []),
    ...kept.map(({ place, reason }) => `  ${place}  ${reason}`),
  ].join('\n');
}

/** Whether every record was taken or was there already. */
export const isClean = ({ counts }: ImportReport) => bundleSections.every((section) => counts[section].rejected === 0);
