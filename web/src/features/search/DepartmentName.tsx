import { useQuery } from '@tanstack/react-query';
import { fetchDepartment } from './requests/fetchDepartment';

/** A department's names from the top; its id as long as nobody knows them. A path says itself. */
export function DepartmentName({ id }: { id: string }) {
  const known = useQuery({
    queryKey: ['department', id],
    queryFn: () => fetchDepartment(id),
    enabled: id.startsWith('dept_'),
    staleTime: 60_000,
    retry: false,
  });
  return known.data?.path.join(' / ') ?? id;
}
