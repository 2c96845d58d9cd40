import { afterEach } from 'vitest';

// Tests of plain functions have no window at all, and need nothing of this.
if (typeof window !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react');
  afterEach(cleanup);
  // A busy machine is slow, not wrong.
  configure({ asyncUtilTimeout: 15_000 });
  provideWhatJsdomLacks();
}

function provideWhatJsdomLacks(): void {
  window.matchMedia ??= (query: string) => Object.assign(new EventTarget(), { matches: false, media: query, onchange: null }) as unknown as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() { return undefined; }
    unobserve() { return undefined; }
    disconnect() { return undefined; }
  };
}
