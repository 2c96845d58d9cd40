import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';

interface Props<T> {
  title: string;
  query: UseQueryResult<T>;
  /** The height to keep free while it loads, in lines. */
  lines: number;
  actions?: ReactNode;
  className?: string;
  children: (data: T) => ReactNode;
}

/** A panel that loads and fails alone; what it showed before stays while it says what is wrong. */
export function Card<T>({ title, query, lines, actions, className, children }: Props<T>) {
  return (
    <Panel title={title} actions={actions} {...(className === undefined ? {} : { className })}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={lines} /> : children(query.data)}
    </Panel>
  );
}
