import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Note } from '@/shared/ui/Note';

const securities = ['ldaps', 'starttls', 'plain'] as const;

/** Where the directory server is, and as whom it is read. */
export function ServerFields({ passwordSet }: { passwordSet: boolean }) {
  const { t } = useTranslation('directory');
  const plain = Form.useWatch<string>('security') === 'plain';
  return (
    <fieldset className="fields ldap-part">
      <legend>{t('ldap.server')}</legend>
      <div className="ldap-grid">
        <Form.Item name="host" label={t('ldap.host')} rules={[{ required: true, whitespace: true, message: t('ldap.host_missing') }]}><Input maxLength={253} autoComplete="off" spellCheck={false} /></Form.Item>
        <Form.Item name="port" label={t('ldap.port')}><InputNumber min={1} max={65_535} precision={0} placeholder={t('ldap.port_preset')} /></Form.Item>
        <Form.Item name="security" label={t('ldap.security')}><Select options={securities.map((value) => ({ value, label: t(`ldap.security_${value}`) }))} /></Form.Item>
        <Form.Item name="bind_dn" label={t('ldap.bind_dn')}><Input maxLength={1_000} autoComplete="off" spellCheck={false} /></Form.Item>
        <Form.Item name="bind_password" label={t('ldap.password')} extra={t(passwordSet ? 'ldap.password_kept' : 'ldap.password_hint')}><Input.Password maxLength={1_000} autoComplete="new-password" /></Form.Item>
      </div>
      {plain && <Note kind="warning" title={t('ldap.plain')} />}
      <Form.Item name="trust" label={t('ldap.trust')} extra={t('ldap.trust_hint')}><Input.TextArea rows={2} maxLength={40_000} spellCheck={false} /></Form.Item>
    </fieldset>
  );
}
