import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/schema';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';

/** Who imported what, when and why. */
export function Particulars({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const numbers = useNumbers();
  const duration = useDuration();
  return (
    <Panel title={t('one.particulars')}>
      <dl className="particulars">
        <div><dt>{t('one.id')}</dt><dd>{one.id}</dd></div>
        <div><dt>{t('list.who')}</dt><dd>{one.who}</dd></div>
        <div><dt>{t('list.started')}</dt><dd><Time at={one.started} style="full" /></dd></div>
        {one.ended !== null && <div><dt>{t('one.ended')}</dt><dd><Time at={one.ended} style="full" /> <span className="soft">({duration(Date.parse(one.ended) - Date.parse(one.started))})</span></dd></div>}
        {one.reason != null && <div><dt>{t('one.reason')}</dt><dd>{one.reason}</dd></div>}
        <div><dt>{t('one.files')}</dt><dd>{one.files.length === 0 ? t('kind.items') : <ul>{one.files.map((file, index) => <li key={index}>{file.name} <span className="soft">{numbers.bytes(file.size)}</span></li>)}</ul>}</dd></div>
      </dl>
    </Panel>
  );
}
