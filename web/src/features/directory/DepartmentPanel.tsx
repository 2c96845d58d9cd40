import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import type { DepartmentAct } from './DepartmentDialog';
import { DepartmentTree } from './DepartmentTree';
import { FoundDepartments } from './FoundDepartments';
import { departmentQuery } from './requests/departments';

const DepartmentDialog = lazy(async () => ({ default: (await import('./DepartmentDialog')).DepartmentDialog }));

/** The tree of departments, a search in it, and what can be done to the chosen one. */
export function DepartmentPanel({ selected, onSelect }: { selected: string; onSelect: (id: string) => void }) {
  const { t } = useTranslation('directory');
  const write = useMay('directory:write');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const [act, setAct] = useState<DepartmentAct>();
  const chosen = useQuery(departmentQuery(selected === '' ? null : selected));
  const one = selected === '' ? undefined : chosen.data;
  return (
    <Panel title={t('department.title')}>
      <Input allowClear value={text} maxLength={100} aria-label={t('department.search')} placeholder={t('department.search')} onChange={(event) => setText(event.target.value)} />
      {selected !== '' && chosen.error !== null && <ProblemNote problem={chosen.error} />}
      {one !== undefined && (
        <p className="chosen">
          <strong className="any-name">{one.path.join(' / ')}</strong>
          <Button type="link" size="small" onClick={() => onSelect('')}>{t('department.all')}</Button>
        </p>
      )}
      {write && (
        <div className="department-acts">
          <Button size="small" onClick={() => setAct('add')}>{t('department.add')}</Button>
          {one?.closed === null && (['rename', 'move', 'merge'] as const).map((what) => <Button key={what} size="small" onClick={() => setAct(what)}>{t(`department.${what}`)}</Button>)}
        </div>
      )}
      {wanted === '' ? <DepartmentTree selected={selected} onSelect={onSelect} /> : <FoundDepartments text={wanted} selected={selected} onSelect={onSelect} />}
      {act !== undefined && <Suspense><DepartmentDialog act={act} department={one} onSelect={onSelect} onClose={() => setAct(undefined)} /></Suspense>}
    </Panel>
  );
}
