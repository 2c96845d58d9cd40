import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveSummary } from '@/shared/api/schema';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import { ServiceNote } from './ServiceNote';
import './summary.css';

/** The archive in the seven fields that everybody asks for first. */
export function SummaryFields({ archive }: { archive: ArchiveSummary }) {
  const { t } = useTranslation('shared');
  const numbers = useNumbers();
  return (
    <>
      <ServiceNote service={archive.service} />
      <dl className="summary-fields">
        <Field name={t('archive.status')}><State archive={archive} /></Field>
        <Field name={t('archive.last_turned_on')}>{archive.last_turned_on === null ? t('archive.never') : <Time at={archive.last_turned_on} />}</Field>
        <Field name={t('archive.last_closed')}>{archive.last_closed === null ? t('archive.never') : <Closed archive={archive} at={archive.last_closed} />}</Field>
        <Field name={t('archive.retention')}>{archive.retention_years === null ? t('archive.never') : t('archive.years', { count: archive.retention_years })}</Field>
        <Field name={t('archive.archives')}><span className="number">{numbers.count(archive.number_of_archives)}</span></Field>
        <Field name={t('archive.open_archives')}><Open archive={archive} /></Field>
        <Field name={t('archive.administrator')}>{archive.administrators.length === 0 ? t('archive.nobody') : archive.administrators.join(', ')}</Field>
      </dl>
    </>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function State({ archive }: { archive: ArchiveSummary }) {
  const { t } = useTranslation('shared');
  const numbers = useNumbers();
  const { reason, over_seats: over, waiting_for_seat: waiting } = archive;
  return (
    <>
      <span className={`state state-${archive.status}`}>{t(`archive.state.${archive.status}`)}</span>
      {reason != null && <div className="hint">{reason}</div>}
      {over > 0 && <div className="hint">{t('archive.over', { count: over, over: numbers.count(over), seats: numbers.count(archive.seats ?? 0) })}</div>}
      {waiting > 0 && <div className="hint">{t('archive.waiting', { count: waiting, waiting: numbers.count(waiting) })}</div>}
    </>
  );
}

/** With how long it was off afterwards, as a mail of that time will be missed one day. */
function Closed({ archive, at }: { archive: ArchiveSummary; at: string }) {
  const { t } = useTranslation('shared');
  const duration = useDuration();
  const again = archive.last_turned_on;
  const off = archive.enabled && again !== null && again > at ? Date.parse(again) - Date.parse(at) : undefined;
  return <><Time at={at} />{off !== undefined && <span className="soft"> {t('archive.off_for', { duration: duration(off) })}</span>}</>;
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
