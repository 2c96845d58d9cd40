import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// What jsdom has not, and the components ask for.
window.matchMedia ??= (query: string) => Object.assign(new EventTarget(), { matches: false, media: query, onchange: null }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() { return undefined; }
  unobserve() { return undefined; }
  disconnect() { return undefined; }
};
