import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { attributes } from './fields';

const ways = ['ou', 'attribute', 'none'] as const;

/** Which entries are read, and what of them means what. */
export function ReadingFields() {
  const { t } = useTranslation('directory');
  return (
    <fieldset className="fields ldap-part">
      <legend>{t('ldap.reading')}</legend>
      <div className="ldap-grid">
        <Form.Item name="base" label={t('ldap.base')} rules={[{ required: true, whitespace: true, message: t('ldap.base_missing') }]}><Input maxLength={1_000} autoComplete="off" spellCheck={false} /></Form.Item>
        <Form.Item name="filter" label={t('ldap.filter')}><Input maxLength={2_000} autoComplete="off" spellCheck={false} /></Form.Item>
        {attributes.map((name) => (
          <Form.Item key={name} name={name} label={t(`ldap.attribute_${name}`)}><Input maxLength={200} autoComplete="off" spellCheck={false} /></Form.Item>
        ))}
      </div>
      <Form.Item name="departments" label={t('ldap.departments')}>
        <Radio.Group options={ways.map((value) => ({ value, label: t(`ldap.departments_${value}`) }))} />
      </Form.Item>
    </fieldset>
  );
}
