import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Range, rangeToken } from './range';

/** A range as one would type it in the language of the console; `readRange` understands it. */
export function useRangeWords(): (range: Range) => string {
  const { t } = useTranslation('search');
  return useCallback((range: Range) => {
    switch (range.kind) {
      case 'all': return t('range.all');
      case 'named': return t(`range.${range.name}`);
      case 'last': return t('range.last', { count: range.days });
      case 'days': return rangeToken(range);
    }
  }, [t]);
}
