// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followEvents } from './events';

/** As much of a browser's event stream as can be refused. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    Stream.opened.push(this);
  }

  close() {
    this.readyState = Stream.CLOSED;
  }

  refuse() {
    this.close();
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  Stream.opened = [];
  vi.stubGlobal('EventSource', Stream);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('goes on after a session has ended and another one begun', () => {
  const stop = followEvents(new QueryClient());
  Stream.opened[0]?.refuse();
  expect(Stream.opened).toHaveLength(1);
  vi.advanceTimersByTime(30_000);
  expect(Stream.opened).toHaveLength(2);
  stop();
  vi.advanceTimersByTime(120_000);
  expect(Stream.opened).toHaveLength(2);
  expect(Stream.opened[1]?.readyState).toBe(Stream.CLOSED);
});

it('leaves a stream that broke off to the browser', () => {
  const stop = followEvents(new QueryClient());
  Stream.opened[0]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(120_000);
  expect(Stream.opened).toHaveLength(1);
  stop();
});
