import { Form, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

const schedules = ['off', 'hour', 'day'] as const;

/** When it is read by itself, and how many may leave without anybody looking at it. */
export function ScheduleFields() {
  const { t } = useTranslation('directory');
  const daily = Form.useWatch<string>('schedule') === 'day';
  return (
    <fieldset className="fields ldap-part">
      <legend>{t('ldap.when')}</legend>
      <Form.Item name="schedule" label={t('ldap.schedule')}>
        <Radio.Group options={schedules.map((value) => ({ value, label: t(`ldap.schedule_${value}`) }))} />
      </Form.Item>
      <Form.Item name="page_size" hidden><InputNumber /></Form.Item>
      <div className="ldap-grid">
        <Form.Item name="hour" label={t('ldap.hour')} hidden={!daily} rules={daily ? [{ required: true, type: 'integer', min: 0, max: 23, message: t('ldap.hour_range') }] : []}><InputNumber min={0} max={23} precision={0} /></Form.Item>
        <Form.Item name="leave_percent" label={t('ldap.percent')} rules={[{ required: true, type: 'integer', min: 0, max: 100, message: t('ldap.percent_range') }]}><InputNumber min={0} max={100} precision={0} /></Form.Item>
        <Form.Item name="leave_accounts" label={t('ldap.accounts')} rules={[{ required: true, type: 'integer', min: 0, max: 200_000, message: t('ldap.accounts_range') }]}><InputNumber min={0} max={200_000} precision={0} /></Form.Item>
      </div>
      <p className="hint">{t('ldap.threshold')}</p>
    </fieldset>
  );
}
