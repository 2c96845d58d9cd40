import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { accountQuery } from './requests/account';
import { TurnTable } from './TurnTable';

/** An account with all its openings and closings. */
export function AccountDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('manage');
  const query = useQuery(accountQuery(id));
  return (
    <Modal open title={query.data?.account.address ?? t('accounts.account')} onCancel={onClose} footer={null} width={760}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={4} />
        : query.data.history.length === 0 ? <p>{t('accounts.untouched')}</p> : <TurnTable turns={query.data.history} />}
    </Modal>
  );
}
