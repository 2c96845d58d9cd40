import { ApartmentOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '@/shared/ui/Segments';
import type { InDepartments } from './conditions';
import { Field } from './Field';

const DepartmentTree = lazy(async () => ({ default: (await import('./DepartmentTree')).DepartmentTree }));
const DepartmentName = lazy(async () => ({ default: (await import('./DepartmentName')).DepartmentName }));
const WHEN = ['at_time', 'now'] as const;

interface Props {
  departments: InDepartments;
  fault: string | undefined;
  onChange: (departments: InDepartments) => void;
}

/** Departments, chosen from the tree; whether those below count too, and whether as it was or as it is. */
export function DepartmentField({ departments, fault, onChange }: Props) {
  const { t } = useTranslation('search');
  const [open, setOpen] = useState(false);
  const { ids, below, now } = departments;
  const toggle = (id: string) => onChange({ ...departments, ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] });
  return (
    <Field id="departments" label={t('form.departments')} fault={fault} className="field-departments">
      <div className={fault === undefined ? 'control chips' : 'control chips control-fault'}>
        {ids.map((id) => (
          <span key={id} className="chip">
            <bdi><Suspense fallback={id}><DepartmentName id={id} /></Suspense></bdi>
            <button type="button" aria-label={t('form.department_take_away', { department: id })} onClick={() => toggle(id)}>{CROSS}</button>
          </span>
        ))}
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          content={<Suspense><DepartmentTree chosen={ids} onToggle={toggle} onClose={() => setOpen(false)} /></Suspense>}
        >
          <Button
            id="departments"
            type="text"
            size="small"
            icon={<ApartmentOutlined aria-hidden />}
            aria-expanded={open}
            aria-label={`${t('form.departments')}: ${t('form.department_choose')}`}
          >
            {t('form.department_choose')}
          </Button>
        </Popover>
      </div>
      <div className="field-row department-options">
        <Checkbox checked={below} onChange={({ target }) => onChange({ ...departments, below: target.checked })}>{t('form.departments_below')}</Checkbox>
        <Segments
          label={t('form.membership')}
          values={WHEN}
          titles={{ at_time: t('form.membership_at_time'), now: t('form.membership_now') }}
          value={now ? 'now' : 'at_time'}
          onChange={(when) => onChange({ ...departments, now: when === 'now' })}
        />
      </div>
    </Field>
  );
}

const CROSS = '×';
