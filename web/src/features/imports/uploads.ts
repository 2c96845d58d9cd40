import { useSyncExternalStore } from 'react';
import { DetailedError, Upload } from 'tus-js-client';
import { ProblemError } from '@/shared/api/problem';
import { API, csrfHeader, tellSignedOut } from '@/shared/api/request';
import { preferences } from '@/shared/preferences/store';

export interface Item {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Bytes that the server has. */
  sent: number;
  /** `upl_…` once it is sent. */
  id?: string;
  problem?: unknown;
}

const PIECE = 8 * 1_024 * 1_024;
/** Files on their way at once; one connection is enough to fill a line, two hide the pauses between files. */
const AT_ONCE = 2;

let items: readonly Item[] = [];
let lastKey = 0;
const running = new Map<number, Upload>();
const listeners = new Set<() => void>();

/** Files on their way to the server. They go on while one looks at other pages, and resume where they stopped. */
export const uploads = {
  add(files: readonly File[]): void {
    items = [...items, ...files.map((file): Item => ({ key: ++lastKey, file, state: 'waiting', sent: 0 }))];
    pump();
  },

  retry(key: number): void {
    change(key, { state: 'waiting', problem: undefined });
    pump();
  },

  /** Gives a file up; what the server has of it is removed there too. */
  remove(key: number): void {
    void running.get(key)?.abort(true).catch(() => undefined);
    running.delete(key);
    items = items.filter((item) => item.key !== key);
    pump();
  },

  /** After these became an import. */
  forget(keys: readonly number[]): void {
    items = items.filter((item) => !keys.includes(item.key));
    tell();
  },
};

/** The files as they are now. */
export function useUploads(): readonly Item[] {
  return useSyncExternalStore(subscribe, () => items);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function change(key: number, changed: Partial<Item>): void {
  items = items.map((item) => (item.key === key ? { ...item, ...changed } : item));
  tell();
}

function pump(): void {
  const free = AT_ONCE - items.filter((item) => item.state === 'sending').length;
  for (const item of items.filter((one) => one.state === 'waiting').slice(0, Math.max(0, free))) {
    change(item.key, { state: 'sending' });
    void send(item);
  }
  tell();
}

async function send({ key, file }: Item): Promise<void> {
  const upload = new Upload(file, {
    endpoint: `${API}/uploads`,
    chunkSize: PIECE,
    retryDelays: [0, 1_000, 3_000, 10_000],
    metadata: { filename: file.name },
    removeFingerprintOnSuccess: true,
    onBeforeRequest: (request) => {
      request.setHeader('Accept-Language', preferences.current().language);
      Object.entries(csrfHeader()).forEach(([name, value]) => request.setHeader(name, value));
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return status === 0 || status === 409 || (status >= 500 && status !== 507);
    },
    onProgress: (sent) => change(key, { sent }),
    onSuccess: () => finish(key, { state: 'sent', sent: file.size, id: upload.url?.split('/').at(-1) ?? '' }),
    onError: (error) => finish(key, { state: 'failed', problem: problemIn(error) }),
  });
  running.set(key, upload);
  const [before] = await upload.findPreviousUploads().catch(() => []);
  if (before !== undefined) {
    upload.resumeFromPreviousUpload(before);
  }
  if (running.get(key) === upload) {
    upload.start();
  }
}

function finish(key: number, changed: Partial<Item>): void {
  running.delete(key);
  change(key, changed);
  pump();
}

function problemIn(error: Error | DetailedError): unknown {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (answer === null) {
    return new ProblemError({ code: 'offline' });
  }
  if (answer.getStatus() === 401) {
    tellSignedOut();
  }
  try {
    return new ProblemError(JSON.parse(answer.getBody()) as ConstructorParameters<typeof ProblemError>[0]);
  } catch {
    return new ProblemError({ code: 'unavailable', detail: `HTTP ${answer.getStatus()}` });
  }
}
