import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { useComplaint } from '@/shared/ui/useComplaint';
import { cancelImport } from './cancelImport';
import { importQuery } from './getImport';

/** Stops an import after asking; what is archived stays. */
export function CancelButton({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const { modal } = App.useApp();
  const complain = useComplaint();
  const client = useQueryClient();
  const numbers = useNumbers();
  const kept = one.balance.archived + one.balance.merged;

  const cancel = async () => {
    try {
      client.setQueryData(importQuery(one.id).queryKey, await cancelImport(one.id));
    } catch (failed) {
      complain(failed);
      await client.invalidateQueries({ queryKey: importQuery(one.id).queryKey });
    }
  };
  const ask = () => modal.confirm({
    title: t('cancel.title'),
    content: t('cancel.text', { count: kept, messages: numbers.count(kept) }),
    okText: t('cancel.yes'),
    cancelText: t('cancel.no'),
    focusable: { autoFocusButton: 'cancel' },
    icon: null,
    onOk: cancel,
  });
  return <Button disabled={one.state === 'stopping'} onClick={() => void ask()}>{t(one.state === 'stopping' ? 'state.stopping' : 'cancel.button')}</Button>;
}
