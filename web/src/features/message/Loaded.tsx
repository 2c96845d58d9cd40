import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useLate } from '@/shared/hooks/useLate';
import { ProblemNote } from '@/shared/ui/ProblemNote';

interface Props<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What a query gives; before it does, nothing and then a skeleton; the problem if it cannot. */
export function Loaded<Data>({ query, children }: Props<Data>) {
  const late = useLate(query.isPending);
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error !== null) {
    return <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />;
  }
  return late ? <Skeleton active title={false} paragraph={{ rows: 6 }} /> : null;
}
