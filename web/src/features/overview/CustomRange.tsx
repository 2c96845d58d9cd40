import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Range } from './range';

const FORMAT = 'YYYY-MM-DD';

/** From and to, both included. */
export function CustomRange({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const { t } = useTranslation('overview');
  return (
    <DatePicker.RangePicker
      size="small"
      aria-label={t('range.custom')}
      format={FORMAT}
      allowClear={false}
      maxDate={dayjs()}
      value={[dayjs(range.from), dayjs(range.to)]}
      onChange={(chosen) => {
        const [from, to] = chosen ?? [];
        if (from != null && to != null) {
          onChange({ from: from.format(FORMAT), to: to.format(FORMAT) });
        }
      }}
    />
  );
}
