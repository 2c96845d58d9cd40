import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { KEYWORD_RANGE, type KeywordPart } from './conditions';

interface Props {
  range: readonly KeywordPart[];
  onChange: (range: KeywordPart[]) => void;
}

/** Where keywords are looked for; at least one place stays. */
export function KeywordRangeField({ range, onChange }: Props) {
  const { t } = useTranslation('search');
  return (
    <fieldset className="field field-set">
      <legend>{t('form.keyword_range')}</legend>
      <div className="field-row">
        {KEYWORD_RANGE.map((part) => {
          const only = range.length === 1 && range[0] === part;
          return (
            <Checkbox
              key={part}
              checked={range.includes(part)}
              disabled={only}
              title={only ? t('form.keyword_range_only') : t(`form.in_${part}_hint`)}
              onChange={({ target }) => onChange(KEYWORD_RANGE.filter((one) => (one === part ? target.checked : range.includes(one))))}
            >
              {t(`form.in_${part}`)}
            </Checkbox>
          );
        })}
      </div>
    </fieldset>
  );
}
