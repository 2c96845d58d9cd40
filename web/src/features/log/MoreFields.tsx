import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Criteria, RESULTS } from './criteria';

/** What is asked less often: object, case, address, result, and whether a reason was given. */
export function MoreFields({ draft, onChange }: { draft: Criteria; onChange: (change: Partial<Criteria>) => void }) {
  const { t } = useTranslation('log');
  return (
    <div className="log-fields">
      {(['object', 'case', 'ip'] as const).map((name) => (
        <Form.Item key={name} label={t(`field.${name}`)} htmlFor={`log-${name}`}>
          <Input id={`log-${name}`} value={draft[name]} maxLength={200} onChange={(event) => onChange({ [name]: event.target.value })} />
        </Form.Item>
      ))}
      <Form.Item label={t('field.result')} htmlFor="log-result">
        <Select id="log-result" value={draft.result} onChange={(result) => onChange({ result })}
          options={[{ value: '' as const, label: t('any') }, ...RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))]} />
      </Form.Item>
      <Checkbox checked={draft.reasoned} onChange={(event) => onChange({ reasoned: event.target.checked })}>{t('field.reasoned')}</Checkbox>
    </div>
  );
}
