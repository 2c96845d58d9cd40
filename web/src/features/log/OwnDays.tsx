import { DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';

interface Props {
  from: Dayjs;
  to: Dayjs;
  onChoose: (from: Dayjs, to: Dayjs) => void;
}

/** A first and a last day from the calendar. Enter there chooses a day; it does not send the form, of which the other day may still be missing. */
export function OwnDays({ from, to, onChoose }: Props) {
  const { t } = useTranslation('log');
  return (
    <span className="log-days" onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
      <DatePicker aria-label={t('range.from')} value={from} allowClear={false} onChange={(day) => onChoose(day ?? from, to)} />
      <DatePicker aria-label={t('range.to')} value={to} allowClear={false} onChange={(day) => onChoose(from, day ?? to)} />
    </span>
  );
}
