import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { foundQuery, levelQuery, TOP } from './requests/departments';

/** A department in a picker: its id, and its path to be read. */
export interface Choice {
  value: string;
  label: string;
}

/** What a department picker offers: the top of the tree, and what is found while somebody types. */
export function useDepartmentChoices() {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const top = useQuery(levelQuery(TOP));
  const found = useQuery({ ...foundQuery(wanted), placeholderData: keepPreviousData });
  const departments = (wanted === '' ? top.data : found.data) ?? [];
  const choices: Choice[] = departments.map(({ id, path }) => ({ value: id, label: path.join(' / ') }));
  return { choices, search: setText, busy: wanted === '' ? top.isLoading : found.isFetching };
}
