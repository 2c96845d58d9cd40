import { useRouteError } from 'react-router';
import { ProblemNote } from '@/shared/ui/ProblemNote';

/** In place of a page that could not be drawn or loaded. */
export function PageProblem() {
  const problem = useRouteError();
  return (
    <div className="page">
      <ProblemNote problem={problem} onRetry={() => location.reload()} />
    </div>
  );
}
