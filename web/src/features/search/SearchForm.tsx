import { LockOutlined } from '@ant-design/icons';
import { type SubmitEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { formatDay } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { Segments } from '@/shared/ui/Segments';
import { AddressField } from './AddressField';
import { narrowing } from './conditions';
import type { Criteria } from './criteria';
import { DepartmentField } from './DepartmentField';
import type { DraftFault } from './draft';
import { KeywordRangeField } from './KeywordRangeField';
import { KeywordsField } from './KeywordsField';
import { QueryLine } from './QueryLine';
import { type Range, readRange } from './range';
import { TimeRangeField } from './TimeRangeField';
import { useDraft } from './useDraft';
import { useFolded } from './useFolded';
import { useRangeWords } from './useRangeWords';
import { ZoneField } from './ZoneField';

const FIRST_RANGE: Range = { kind: 'last', days: 30 };
const BY = ['sent', 'archived'] as const;

interface Props {
  /** The query line of the URL. */
  line: string;
  /** What the URL searches for; nothing before the first search. */
  criteria: Criteria | undefined;
  busy: boolean;
  /** Why the last search was refused. */
  refusal: unknown;
  onSearch: (criteria: Criteria) => void;
  /** Something is wrong that concerns no field. */
  onProblem: (problem: unknown) => void;
}

/** The conditions of a search: a query line and a form that say the same, and the time range beside them. */
export function SearchForm({ line, criteria, busy, refusal, onSearch, onProblem }: Props) {
  const { t } = useTranslation('search');
  const { time_zone: home } = usePreferences();
  const words = useRangeWords();
  const { draft, typeLine, fill, refuse, settle } = useDraft(line);
  const [range, setRange] = useState(() => words(criteria?.range ?? FIRST_RANGE));
  const [zone, setZone] = useState(criteria?.zone ?? home);
  const [by, setBy] = useState(criteria?.by ?? 'sent');
  const [folded, setFolded] = useFolded(criteria !== undefined);

  // Back and Forward change the URL without this form: it follows.
  const [url, setUrl] = useState({ line, criteria });
  if (url.line !== line || url.criteria !== criteria) {
    setUrl({ line, criteria });
    if (url.line !== line && draft.line.trim() !== line) {
      typeLine(line);
    }
    if (criteria !== undefined) {
      setRange(words(criteria.range));
      setZone(criteria.zone);
      setBy(criteria.by);
    }
  }
  useEffect(() => {
    if (refusal instanceof ProblemError) {
      refuse(refusal);
    }
  }, [refusal, refuse]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = readRange(range);
    if (!('range' in read)) {
      document.getElementById('time-range')?.focus();
      return;
    }
    try {
      const query = await settle();
      if (query !== undefined) {
        onSearch({ query, range: read.range, zone, by });
      }
    } catch (problem) {
      onProblem(problem);
    }
  };
  const faultAt = (at: DraftFault['at']) => (draft.fault?.at === at ? draft.fault : undefined);
  const { form } = draft;
  return (
    <form role="search" className="conditions" onSubmit={submit} aria-label={t('form.label')}>
      <QueryLine line={draft.line} fault={faultAt('line') ?? faultAt('rest')} busy={busy} onType={typeLine} />
      <div className="fields">
        <div className="fields-row">
          <TimeRangeField text={range} today={formatDay(new Date(), zone)} onChange={setRange} />
          <ZoneField zone={zone} onChange={setZone} />
          <div className="field field-by">
            <span className="field-label" aria-hidden>{t('form.by')}</span>
            <div className="field-row">
              <Segments label={t('form.by')} values={BY} titles={{ sent: t('form.by_sent'), archived: t('form.by_archived') }} value={by} onChange={setBy} />
            </div>
          </div>
          <button type="button" className="plain fold" aria-expanded={!folded} aria-controls="more-conditions" onClick={() => setFolded(!folded)}>
            {folded ? t('form.unfold', { count: narrowing(form).length }) : t('form.fold')}
          </button>
        </div>
        <div id="more-conditions" className="fields-row" hidden={folded}>
          <AddressField id="accounts" accounts label={t('form.accounts')} addresses={form.accounts} fault={faultAt('accounts')?.detail} onChange={(accounts) => fill({ accounts })} />
          <AddressField id="senders" label={t('form.senders')} addresses={form.senders} fault={faultAt('senders')?.detail} onChange={(senders) => fill({ senders })} />
          <AddressField id="recipients" label={t('form.recipients')} addresses={form.recipients} fault={faultAt('recipients')?.detail} onChange={(recipients) => fill({ recipients })} />
          <KeywordsField keywords={form.keywords} fault={faultAt('keywords')} onChange={(keywords) => fill({ keywords })} />
          <KeywordRangeField range={form.keyword_range} onChange={(parts) => fill({ keyword_range: parts })} />
          <DepartmentField departments={form.departments} fault={faultAt('departments')?.detail} onChange={(departments) => fill({ departments })} />
        </div>
      </div>
      {form.rest !== '' && !folded && (
        <div className="rest" title={t('form.rest_hint')}>
          <LockOutlined aria-hidden />
          <span className="rest-label">{t('form.rest')}</span>
          <code>{form.rest}</code>
          <button type="button" className="plain" onClick={() => fill({ rest: '' })}>{t('form.rest_drop')}</button>
        </div>
      )}
    </form>
  );
}
