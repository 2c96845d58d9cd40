import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Criteria, criteriaUrl, daysOf, NOTHING, PRESETS, RANGES } from './criteria';
import { typesQuery } from './requests/getTypes';

interface Props {
  criteria: Criteria;
  onShow: (criteria: Criteria) => void;
  /** Whether entries of others can be read at all. */
  all: boolean;
}

const MoreFields = lazy(async () => ({ default: (await import('./MoreFields')).MoreFields }));
// The calendar is heavy, and most ranges have a name.
const OwnDays = lazy(async () => ({ default: (await import('./OwnDays')).OwnDays }));

const OWN_DAYS = 'days';

/** The filters in the order of the requirements: administrator, time range, keywords, types; then ours. */
export function LogFilters({ criteria, onShow, all }: Props) {
  const { t } = useTranslation('log');
  const [draft, setDraft] = useState(criteria);
  const [more, setMore] = useState(asksMore(criteria));
  const written = criteriaUrl(criteria);
  const [shown, setShown] = useState(written);
  if (written !== shown) {
    // Another address, as by "back" or what was just asked for. The fields stay, and so does the focus in them.
    setShown(written);
    setDraft(criteria);
    setMore(more || asksMore(criteria));
  }
  const show = (next: Criteria) => {
    setDraft(next);
    onShow(next);
  };
  const types = useQuery(typesQuery);
  const set = (change: Partial<Criteria>) => setDraft({ ...draft, ...change });
  const groups = [...new Set((types.data?.data ?? []).map((one) => one.group))];
  return (
    <Form className="log-filters" layout="vertical" role="search" aria-label={t('filters')} onFinish={() => show(draft)}>
      <div className="log-presets" role="group" aria-label={t('presets')}>
        {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => (
          <Button key={name} size="small" onClick={() => show({ ...draft, ...PRESETS[name] })}>{t(`preset.${name}`)}</Button>
        ))}
        <Button size="small" type="text" onClick={() => show(NOTHING)}>{t('clear')}</Button>
      </div>
      <div className="log-fields">
        {all && (
          <Form.Item label={t('field.admin')} htmlFor="log-admin">
            <Select id="log-admin" mode="tags" value={[...draft.admin]} onChange={(admin: string[]) => set({ admin })} tokenSeparators={[',', ' ']}
              options={(types.data?.administrators ?? []).map((value) => ({ value }))} placeholder={t('any')} />
          </Form.Item>
        )}
        <RangeField date={draft.date} onChange={(date) => set({ date })} />
        <Form.Item label={t('field.keywords')} htmlFor="log-keywords">
          <Input id="log-keywords" value={draft.keywords} maxLength={1000} onChange={(event) => set({ keywords: event.target.value })} />
        </Form.Item>
        <Form.Item label={t('field.types')} htmlFor="log-types">
          <Select id="log-types" mode="multiple" value={[...draft.types]} onChange={(chosen: string[]) => set({ types: chosen })} placeholder={t('any')} maxTagCount="responsive"
            options={groups.map((group) => ({
              label: t(`group.${group}`, { defaultValue: group }),
              options: [
                { value: `${group}.*`, label: `${group}.*` },
                ...(types.data?.data ?? []).filter((one) => one.group === group).map(({ type }) => ({ value: type, label: type })),
              ],
            }))} />
        </Form.Item>
      </div>
      {more && <Suspense><MoreFields draft={draft} onChange={set} /></Suspense>}
      <div className="log-presets">
        <Button type="primary" htmlType="submit">{t('show')}</Button>
        <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>{t(more ? 'fewer_fields' : 'more_fields')}</Button>
      </div>
    </Form>
  );
}

/** Whether it takes one of the fields that are folded away at first. */
function asksMore(criteria: Criteria): boolean {
  return criteria.object !== '' || criteria.case !== '' || criteria.ip !== '' || criteria.result !== '' || criteria.reasoned;
}

function RangeField({ date, onChange }: { date: string; onChange: (date: string) => void }) {
  const { t } = useTranslation('log');
  const days = daysOf(date, dayjs().format('YYYY-MM-DD'));
  const named = RANGES.find((one) => one === date);
  const [from, to] = [dayjs(days?.from), dayjs(days?.to)];
  const choose = (first: Dayjs, last: Dayjs) => onChange(`${first.format('YYYY-MM-DD')}..${(last.isBefore(first) ? first : last).format('YYYY-MM-DD')}`);
  return (
    <Form.Item label={t('field.range')} htmlFor="log-range">
      <Select id="log-range" value={named ?? OWN_DAYS} onChange={(next: string) => (next === OWN_DAYS ? choose(from, to) : onChange(next))}
        options={[...RANGES.map((value) => ({ value, label: t(`range.${value}`) })), { value: OWN_DAYS, label: t('range.days') }]} />
      {named === undefined && (
        <Suspense><OwnDays from={from} to={to} onChoose={choose} /></Suspense>
      )}
    </Form.Item>
  );
}
