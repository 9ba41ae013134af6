import { defineConfig } from 'vitest/config';

// A zone with an odd offset (UTC+5:45) and no summer time: whoever mixes up local time and UTC fails here, not in Nepal.
// Set for this process as well, because Node reads it once and the test processes inherit it.
process.env.TZ = 'Asia/Kathmandu';

const endToEnd = 'packages/workbench/test/**/*.e2e.test.ts';

export default defineConfig({
  test: {
    watch: false,
    passWithNoTests: true,
    // Two cores are the machine we promise to be quick on; more processes only make each other late.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages/*,scripts}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/node_modules/**', '**/dist/**', endToEnd],
          // Each module is loaded once for all files of a process: our modules keep nothing, and loading is half the work.
          isolate: false,
          globalSetup: ['scripts/testing/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [endToEnd],
          globalSetup: ['scripts/testing/sample-server.ts'],
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
