import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { type DepartmentNode, fetchDepartments } from './requests/fetchDepartments';

interface Props {
  chosen: readonly string[];
  onToggle: (id: string) => void;
  onClose: () => void;
}

/** The tree of departments to choose from; a level is fetched when it is opened. */
export function DepartmentTree({ chosen, onToggle, onClose }: Props) {
  const { t } = useTranslation('search');
  return (
    <div className="department-tree" role="group" aria-label={t('form.departments')}>
      <Level parent={undefined} chosen={chosen} onToggle={onToggle} />
      <Button size="small" onClick={onClose}>{t('form.department_done')}</Button>
    </div>
  );
}

interface LevelProps {
  parent: string | undefined;
  chosen: readonly string[];
  onToggle: (id: string) => void;
}

function Level({ parent, chosen, onToggle }: LevelProps) {
  const { t } = useTranslation('search');
  const level = useQuery({ queryKey: ['departments', parent ?? 'top'], queryFn: () => fetchDepartments(parent), staleTime: 60_000, retry: false });
  if (level.isError) {
    return <ProblemNote problem={level.error} onRetry={() => void level.refetch()} />;
  }
  if (level.data === undefined) {
    return <p className="hint">{t('form.department_loading')}</p>;
  }
  if (level.data.length === 0) {
    return <p className="hint">{t('form.department_none')}</p>;
  }
  return (
    <ul>
      {level.data.map((node) => <Node key={node.id} node={node} chosen={chosen} onToggle={onToggle} />)}
    </ul>
  );
}

function Node({ node, chosen, onToggle }: { node: DepartmentNode } & Omit<LevelProps, 'parent'>) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="department-node">
        {node.departments > 0
          ? (
            <button type="button" className="department-open" aria-expanded={open} aria-label={t('form.department_open', { department: node.name })} onClick={() => setOpen(!open)}>
              <span aria-hidden>{open ? OPENED : CLOSED}</span>
            </button>
          )
          : <span className="department-open" aria-hidden />}
        <label>
          <input type="checkbox" checked={chosen.includes(node.id)} onChange={() => onToggle(node.id)} />
          <bdi>{node.name}</bdi>
        </label>
        <span className="hint">{t('form.department_accounts', { count: node.accounts_within, accounts: numbers.count(node.accounts_within) })}</span>
      </div>
      {open && <Level parent={node.id} chosen={chosen} onToggle={onToggle} />}
    </li>
  );
}

const OPENED = '▾';
const CLOSED = '▸';
