import { useSyncExternalStore } from 'react';
import type { Schemas } from '@/shared/api/schema';

export type VisitExport = Schemas['Export'] & { created: string };

let made: readonly VisitExport[] = [];
const listeners = new Set<() => void>();

/** Exports that were made since the page was loaded, newest first. */
export const visitExports = {
  add(one: Schemas['Export']): void {
    made = [{ ...one, created: new Date().toISOString() }, ...made];
    listeners.forEach((listener) => listener());
  },
  current: (): readonly VisitExport[] => made,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useVisitExports(): readonly VisitExport[] {
  return useSyncExternalStore(visitExports.subscribe, visitExports.current);
}

/** Fetches a zip as a link would: the browser shows its progress, and the page stays. */
export function fetchZip({ zip }: Pick<VisitExport, 'zip'>): void {
  const link = document.createElement('a');
  link.href = zip;
  link.download = '';
  link.click();
}
