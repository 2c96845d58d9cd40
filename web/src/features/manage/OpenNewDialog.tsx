import { useQueryClient } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from './ReasonDialog';
import { changePolicy, type Policy, policyQuery } from './requests/policy';

const SCOPES = ['none', 'everybody'] as const;

/** Chooses which new accounts of the directory open by themselves. */
export function OpenNewDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation('manage');
  const client = useQueryClient();
  const [scope, setScope] = useState(policy.open_new.scope);
  const save = async (reason: string) => {
    client.setQueryData(policyQuery.queryKey, await changePolicy({ open_new: { scope }, reason }));
    onClose();
  };
  return (
    <ReasonDialog title={t('policy.open_new')} onSave={save} onClose={onClose}>
      <Radio.Group
        vertical
        aria-label={t('policy.open_new')}
        value={scope}
        onChange={(event) => setScope(event.target.value as typeof scope)}
        options={SCOPES.map((value) => ({ value, label: t(`policy.scope_${value}`) }))}
      />
      <p>{t('policy.open_new_effect')}</p>
    </ReasonDialog>
  );
}
