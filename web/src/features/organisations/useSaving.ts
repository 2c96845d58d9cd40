import { useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import { ProblemError } from '@/shared/api/problem';
import type { FieldError } from '@/shared/ui/ErrorSummary';
import { placeOf } from './fields';
import { organisationsQuery } from './organisations';

interface Saving {
  busy: boolean;
  /** What is wrong with fields, for the top of the form. */
  errors: readonly FieldError[];
  /** What is wrong otherwise. */
  problem: unknown;
  save: (act: () => Promise<unknown>) => Promise<void>;
}

/** Saves a form, and shows what the server says of a field at that field. */
export function useSaving(form: FormInstance, id: string, onSaved: () => void): Saving {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();

  const show = (failed: unknown) => {
    const faults = failed instanceof ProblemError ? failed.errors : [];
    const placed = faults.map((fault) => ({ name: placeOf(fault.pointer), text: fault.detail ?? fault.pointer }));
    if (placed.length === 0) {
      setProblem(failed);
      return;
    }
    setErrors(placed.map(({ name, text }) => ({ field: name === undefined ? undefined : `${id}_${name}`, text })));
    form.setFields(placed.flatMap(({ name, text }) => (name === undefined ? [] : [{ name, errors: [text] }])));
  };

  const save = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setErrors([]);
    setProblem(undefined);
    try {
      await act();
      await client.invalidateQueries({ queryKey: organisationsQuery.queryKey });
      onSaved();
    } catch (failed) {
      show(failed);
      setBusy(false);
    }
  };
  return { busy, errors, problem, save };
}
