import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { levelQuery, TOP } from './requests/departments';
import { linesOf, stepFor } from './tree';

/** The tree; what lies below a department is fetched when it is expanded. Arrow keys walk in it, Enter chooses. */
export function DepartmentTree({ selected, onSelect }: { selected: string; onSelect: (id: string) => void }) {
  const { t } = useTranslation('directory');
  const numbers = useNumbers();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const wanted = [TOP, ...expanded];
  const results = useQueries({ queries: wanted.map(levelQuery) });
  const levels = new Map(wanted.flatMap((id, index) => {
    const data = results[index]?.data;
    return data === undefined ? [] : [[id, data] as const];
  }));
  const failed = results.find((one) => one.error !== null);
  const lines = linesOf(levels, expanded);
  const current = lines.find(({ department }) => department.id === (at ?? selected))?.department.id ?? lines[0]?.department.id;

  const toggle = (id: string, open: boolean) => setExpanded((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(current === selected ? '' : (current ?? ''));
      return;
    }
    const step = stepFor(event.key, lines, lines.findIndex(({ department }) => department.id === current));
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    if ('to' in step) {
      setAt(step.to);
      list.current?.querySelector<HTMLElement>(`#tree-${CSS.escape(step.to)}`)?.focus();
    } else if ('expand' in step) {
      toggle(step.expand, true);
    } else {
      toggle(step.close, false);
    }
  };

  if (failed !== undefined) {
    return <ProblemNote problem={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!levels.has(TOP)) {
    return <Waiting lines={6} lineHeight={28} />;
  }
  if (lines.length === 0) {
    return <p>{t('department.none')}</p>;
  }
  return (
    <ul ref={list} role="tree" className="tree" aria-label={t('department.title')} onKeyDown={press}>
      {lines.map(({ department: { id, name, departments, accounts_within: within }, level, place, beside, expanded: open }) => (
        <li
          key={id}
          id={`tree-${id}`}
          role="treeitem"
          tabIndex={id === current ? 0 : -1}
          aria-level={level}
          aria-posinset={place}
          aria-setsize={beside}
          aria-selected={id === selected}
          aria-label={t('department.line', { name, count: within, number: numbers.count(within) })}
          {...(departments > 0 ? { 'aria-expanded': open } : {})}
          style={{ paddingInlineStart: (level - 1) * 16 }}
          onFocus={() => setAt(id)}
          onClick={() => onSelect(id === selected ? '' : id)}
        >
          <span className="tree-sign" aria-hidden onClick={(event) => { event.stopPropagation(); toggle(id, !open); }}>
            {departments > 0 && (open ? <DownOutlined /> : <RightOutlined />)}
          </span>
          <span className="tree-name">{name}</span>
          <span className="tree-count">{numbers.count(within)}</span>
        </li>
      ))}
    </ul>
  );
}
