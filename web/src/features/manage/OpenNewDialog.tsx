import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentField } from './DepartmentField';
import { ReasonDialog } from './ReasonDialog';
import { changePolicy, type Policy, policyQuery } from './requests/policy';

const SCOPES = ['none', 'everybody', 'departments'] as const;

/** Chooses which new accounts of the directory open by themselves. */
export function OpenNewDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation('manage');
  const client = useQueryClient();
  const [scope, setScope] = useState(policy.open_new.scope);
  const [departments, setDepartments] = useState(policy.open_new.departments);
  const [below, setBelow] = useState(policy.open_new.subdepartments);
  const save = async (reason: string) => {
    const wanted = scope === 'departments' ? { scope, departments, subdepartments: below } : { scope };
    client.setQueryData(policyQuery.queryKey, await changePolicy({ open_new: wanted, reason }));
    onClose();
  };
  return (
    <ReasonDialog title={t('policy.open_new')} blocked={scope === 'departments' && departments.length === 0 ? t('department.missing') : undefined} onSave={save} onClose={onClose}>
      <Radio.Group
        vertical
        aria-label={t('policy.open_new')}
        value={scope}
        onChange={(event) => setScope(event.target.value as typeof scope)}
        options={SCOPES.map((value) => ({ value, label: value === 'departments' ? t('policy.departments') : t(`policy.scope_${value}`) }))}
      />
      {scope === 'departments' && (
        <div className="act-list">
          <DepartmentField multiple value={departments} onChange={setDepartments} />
          <Checkbox checked={below} onChange={(event) => setBelow(event.target.checked)}>{t('department.below')}</Checkbox>
        </div>
      )}
      <p>{t('policy.open_new_effect')}</p>
    </ReasonDialog>
  );
}
