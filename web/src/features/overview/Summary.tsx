import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { archiveQuery } from '@/shared/api/archive';
import type { ArchiveSummary } from '@/shared/api/schema';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { useHasRole } from '@/shared/session/me';
import { Time } from '@/shared/ui/Time';
import { Card } from './Card';

const SwitchDialog = lazy(async () => ({ default: (await import('./SwitchDialog')).SwitchDialog }));

/** The archive in the seven fields that everybody asks for first. */
export function Summary() {
  const { t } = useTranslation('overview');
  const [switching, setSwitching] = useState(false);
  const maySwitch = useHasRole('archive_administrator');
  const query = useQuery(archiveQuery);
  const action = maySwitch && query.data !== undefined && (
    <Button size="small" onClick={() => setSwitching(true)}>{t(query.data.enabled ? 'switch.open_disable' : 'switch.open_enable')}</Button>
  );
  return (
    <Card title={t('summary.title')} query={query} lines={6} actions={action}>
      {(archive) => (
        <>
          <Fields archive={archive} />
          {!archive.enabled && !maySwitch && <p className="hint">{t('summary.who_can', { who: archive.administrators.join(', ') })}</p>}
          {switching && <Suspense><SwitchDialog archive={archive} onClose={() => setSwitching(false)} /></Suspense>}
        </>
      )}
    </Card>
  );
}

function Fields({ archive }: { archive: ArchiveSummary }) {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  return (
    <dl className="summary-fields">
      <Field name={t('summary.status')}><State archive={archive} /></Field>
      <Field name={t('summary.last_turned_on')}>{archive.last_turned_on === null ? t('never') : <Time at={archive.last_turned_on} />}</Field>
      <Field name={t('summary.last_closed')}>{archive.last_closed === null ? t('never') : <Closed archive={archive} at={archive.last_closed} />}</Field>
      <Field name={t('summary.retention')}>{archive.retention_years === null ? t('never') : t('years', { count: archive.retention_years })}</Field>
      <Field name={t('summary.archives')}><span className="number">{numbers.count(archive.number_of_archives)}</span></Field>
      <Field name={t('summary.open_archives')}><Open archive={archive} /></Field>
      <Field name={t('summary.administrator')}>{archive.administrators.length === 0 ? t('nobody') : archive.administrators.join(', ')}</Field>
    </dl>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function State({ archive }: { archive: ArchiveSummary }) {
  const { t } = useTranslation('overview');
  return (
    <>
      <span className={`state state-${archive.status}`}>{t(`state.${archive.status}`)}</span>
      {archive.reason != null && <div className="hint">{archive.reason}</div>}
    </>
  );
}

/** With how long it was off afterwards, as a mail of that time will be missed one day. */
function Closed({ archive, at }: { archive: ArchiveSummary; at: string }) {
  const { t } = useTranslation('overview');
  const duration = useDuration();
  const again = archive.last_turned_on;
  const off = archive.enabled && again !== null && again > at ? Date.parse(again) - Date.parse(at) : undefined;
  return <><Time at={at} />{off !== undefined && <span className="soft"> {t('summary.off_for', { duration: duration(off) })}</span>}</>;
}

function Open({ archive }: { archive: ArchiveSummary }) {
  const numbers = useNumbers();
  const share = archive.number_of_archives === 0 ? 0 : archive.number_of_open_archives / archive.number_of_archives;
  return (
    <span className="number">
      {numbers.count(archive.number_of_open_archives)}
      <span className="meter" aria-hidden><i style={{ width: `${Math.min(1, share) * 100}%` }} /></span>
      <span className="soft">{numbers.percent(share)}</span>
    </span>
  );
}
