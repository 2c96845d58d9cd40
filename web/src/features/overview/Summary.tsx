import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { archiveQuery } from '@/shared/api/archive';
import { SummaryFields } from '@/shared/archive/SummaryFields';
import { WhoEnables } from '@/shared/archive/WhoEnables';
import { useMay } from '@/shared/session/me';
import { Card } from './Card';

/** The archive in the seven fields that everybody asks for first; the switch is on the page that manages it. */
export function Summary() {
  const { t } = useTranslation('overview');
  const mayManage = useMay('accounts:read');
  const maySwitch = useMay('archive:switch');
  const query = useQuery(archiveQuery);
  return (
    <Card title={t('summary.title')} query={query} lines={6} actions={mayManage && <Link to="/manage/summary">{t('summary.manage')}</Link>}>
      {(archive) => (
        <>
          <SummaryFields archive={archive} />
          {!archive.enabled && !maySwitch && (
            <p className="hint"><WhoEnables administrators={archive.administrators}>{(who) => t('summary.who_can', { who })}</WhoEnables></p>
          )}
        </>
      )}
    </Card>
  );
}
