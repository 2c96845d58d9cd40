import { WarningOutlined } from '@ant-design/icons';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { formatTime } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';

const SHOWN = 2;

/** What the result may be missing: mail that was never archived, or that searches do not see yet. */
export function ResultNotes({ notes }: { notes: readonly Schemas['SearchNote'][] }) {
  const { t } = useTranslation('search');
  const [all, setAll] = useState(false);
  const more = notes.length - SHOWN;
  return notes.length === 0 ? null : (
    <div className="notes" role="note">
      <ul>{(all ? notes : notes.slice(0, SHOWN)).map((note, at) => <li key={at}><WarningOutlined aria-hidden /> <Note note={note} /></li>)}</ul>
      {more > 0 && !all && <button type="button" className="plain" onClick={() => setAll(true)}>{t('notes.more', { count: more })}</button>}
    </div>
  );
}

function Note({ note }: { note: Schemas['SearchNote'] }) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const { time_zone: zone } = usePreferences();
  if (note.code === 'index-behind') {
    return t('notes.index_behind', { count: note.count ?? 0, records: numbers.count(note.count ?? 0) });
  }
  if (note.code === 'no-open-account') {
    return t('notes.no_open_account', { count: note.count ?? 0, mails: numbers.count(note.count ?? 0) });
  }
  const kept = note.count ?? 0;
  return <>{offWords(t, note, zone)}{kept > 0 && ` ${t('notes.not_kept', { count: kept, mails: numbers.count(kept) })}`}</>;
}

function offWords(t: TFunction<'search'>, note: Schemas['SearchNote'], zone: string): string {
  const at = (end: string | null | undefined, seconds: boolean) => (end == null ? undefined : formatTime(end, zone, seconds));
  const brief = at(note.from, false) === at(note.to, false);
  const [from, to] = [at(note.from, brief), at(note.to, brief)];
  if (from === undefined) {
    return to === undefined ? t('notes.off') : t('notes.off_until', { to });
  }
  return to === undefined ? t('notes.off_since', { from }) : t('notes.off_between', { from, to });
}
