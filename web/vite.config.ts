import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// MUNIMENT_API names a running server for `npm run dev` and `npm run preview`.
const server = process.env.MUNIMENT_API ?? 'http://127.0.0.1:18081';
const proxy = { '/api': { target: server } };

/** See src/app/noScrollLock.ts. */
const noScrollLock: Plugin = {
  name: 'no-scroll-lock',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './useScrollLocker' && importer?.includes('@rc-component/portal') === true
      ? fileURLToPath(new URL('./src/app/noScrollLock.ts', import.meta.url))
      : null,
};

export default defineConfig({
  plugins: [react(), noScrollLock],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/classes/org/muniment/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The policy of the console allows no data: pictures in style sheets.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy },
  preview: { proxy },
  test: {
    // Tests that draw say "@vitest-environment jsdom" on their first line; the others start ten times as fast.
    environment: 'node',
    setupFiles: ['./test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
