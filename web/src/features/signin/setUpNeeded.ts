import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from '@/shared/api/problem';
import { request } from '@/shared/api/request';

/** GET /setup: whether there is nobody yet who could sign in. */
export const setUpNeededQuery = queryOptions({
  queryKey: ['setup-needed'],
  staleTime: 0,
  queryFn: async ({ signal }) => {
    try {
      await request('/setup', { signal });
      return true;
    } catch (problem) {
      if (problem instanceof ProblemError && problem.status === 404) {
        return false;
      }
      throw problem;
    }
  },
});
