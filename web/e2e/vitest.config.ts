import { defineConfig } from 'vitest/config';

/** Tests with a real browser and a real server: npm run e2e. Two files at once, each with a server of its own. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A busy machine answers late; what is waited for comes or it does not.
    expect: { poll: { timeout: 15_000 } },
    sequence: { concurrent: false },
    maxConcurrency: 4,
  },
});
