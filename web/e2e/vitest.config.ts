import { defineConfig } from 'vitest/config';

/** Tests with a real browser and a real server, one after the other unless a test says otherwise: npm run e2e. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A busy machine answers late; what is waited for comes or it does not.
    expect: { poll: { timeout: 15_000 } },
    sequence: { concurrent: false },
    maxConcurrency: 4,
  },
});
