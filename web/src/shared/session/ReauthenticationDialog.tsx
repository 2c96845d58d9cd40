import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Waiting } from '@/shared/ui/Waiting';
import { knowsPasskeys } from './passkeys';
import { question } from './reauthentication';
import { meQuery } from './me';
import { NoProof } from './NoProof';
import { ProofForm } from './ProofForm';

/** Over the page, before a dangerous act: who one is, once more. What was asked for goes on afterwards. */
export function ReauthenticationDialog() {
  const { t } = useTranslation('shared');
  // What can prove it may have changed since the page was opened.
  const { data: me } = useQuery({ ...meQuery, refetchOnMount: 'always' });
  const ways = me?.proof_ways.filter((way) => way !== 'passkey' || knowsPasskeys());
  return (
    <Modal open title={t('reauth.title')} zIndex={1_200} mask={{ closable: false }} onCancel={() => question.answer(false)} footer={null}>
      <p>{t('reauth.text')}</p>
      {me === undefined || ways === undefined ? <Waiting lines={2} /> : ways.length === 0
        ? <NoProof />
        : <ProofForm ways={ways} address={me.person.address} />}
    </Modal>
  );
}
