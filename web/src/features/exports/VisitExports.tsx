import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetchZip, useVisitExports, type VisitExport } from '@/shared/exports/visit';
import { useNumbers } from '@/shared/format/numbers';
import { useNow } from '@/shared/hooks/useNow';
import { Time } from '@/shared/ui/Time';
import './exports.css';

/** The exports of this visit, in the bar above all pages; nothing while there are none. */
export function VisitExports() {
  const { t } = useTranslation('exports');
  const exports = useVisitExports();
  return exports.length === 0 ? null : (
    <Popover
      trigger="click"
      placement="bottom"
      title={t('visit.title')}
      content={<ul className="visit">{exports.map((one) => <Row key={one.id} made={one} />)}</ul>}
    >
      <Button type="text" size="small" className="bar-fact">{t('visit.count', { count: exports.length })}</Button>
    </Popover>
  );
}

function Row({ made }: { made: VisitExport }) {
  const { t } = useTranslation('exports');
  const numbers = useNumbers();
  const expired = useNow(10_000) > Date.parse(made.expires_at);
  return (
    <li>
      <code>{made.id}</code>
      <span>{t('visit.messages', { count: made.size, messages: numbers.count(made.size) })}</span>
      <Time at={made.created} />
      {expired ? <span className="visit-soft">{t('visit.expired')}</span> : <Button size="small" onClick={() => fetchZip(made)}>{t('again')}</Button>}
    </li>
  );
}
