import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statusQuery } from '@/shared/api/status';
import { useNumbers } from '@/shared/format/numbers';
import { Card } from './Card';

/** How much is stored, how much room is left, and how far the evidence reaches. */
export function Storage() {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  const query = useQuery(statusQuery);
  return (
    <Card title={t('storage.title')} query={query} lines={5}>
      {({ storage, evidence, smtp, writable, reason }) => (
        <>
          <dl className="facts">
            <div><dt>{t('storage.stored')}</dt><dd>{numbers.bytes(storage.stored_bytes)}</dd></div>
            <div><dt>{t('storage.free')}</dt><dd>{numbers.bytes(storage.free_bytes)}</dd></div>
            <div><dt>{t('storage.entries')}</dt><dd>{numbers.count(evidence.tree_size)}</dd></div>
            <div><dt>{t('storage.signed')}</dt><dd>{numbers.count(evidence.checkpoint_size)}</dd></div>
            <div><dt>{t('storage.smtp')}</dt><dd>{smtp.address}:{smtp.port}</dd></div>
          </dl>
          {!writable && reason != null && <p className="bad">{reason}</p>}
        </>
      )}
    </Card>
  );
}
