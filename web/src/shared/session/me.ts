import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Me, Role } from '@/shared/api/schema';
import type { Capability } from './capabilities';

/** GET /me */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('/me', { signal }),
  staleTime: Infinity,
  retry: false,
});

/** Who is signed in; inside the shell there is always somebody. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined) {
    throw new Error('useMe is for pages inside the shell');
  }
  return data;
}

/** Whether whoever is signed in may do that. */
export function useMay(capability: Capability): boolean {
  return useMe().person.capabilities.includes(capability);
}

export function useHasRole(role: Role): boolean {
  return useMe().person.roles.includes(role);
}
