import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presets, type Preset, type Range, readRange } from './range';

const CustomRange = lazy(async () => ({ default: (await import('./CustomRange')).CustomRange }));

interface Props {
  range: Range;
  onChange: (range: Range) => void;
}

/** A preset that moves on with time, or two days of one's own. */
export function RangeChoice({ range, onChange }: Props) {
  const { t } = useTranslation('overview');
  const [custom, setCustom] = useState(range.preset === undefined);
  const own = custom || range.preset === undefined;
  return (
    <>
      {own && <Suspense><CustomRange range={range} onChange={onChange} /></Suspense>}
      <Segmented<Preset | 'custom'>
        size="small"
        aria-label={t('range.label')}
        value={own ? 'custom' : (range.preset ?? 'custom')}
        onChange={(value) => {
          setCustom(value === 'custom');
          if (value !== 'custom') {
            onChange(readRange(value, range.to));
          }
        }}
        options={[...presets.map((value) => ({ value, label: t(`range.${value}`) })), { value: 'custom' as const, label: t('range.custom') }]}
      />
    </>
  );
}
