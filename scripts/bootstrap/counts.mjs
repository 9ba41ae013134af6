import { readFileSync } from 'node:fs';

/**
 * Counts the tests of one vitest run from its JSON report. A file that could not even be loaded counts as one failure,
 * and so does a run that left no report.
 *
 * @param {string} report path of the JSON report
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests(report) {
  let run;
  try {
    run = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const unloaded = run.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: run.numPassedTests,
    failed: run.numFailedTests + unloaded.length,
    skipped: run.numPendingTests + run.numTodoTests,
  };
}

export const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});
