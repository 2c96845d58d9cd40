import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Seats, service term, retention and the reason: what both forms ask for. */
export function TermItems({ retentionRequired }: { retentionRequired: boolean }) {
  const { t } = useTranslation('organisations');
  return (
    <>
      <div className="organisation-terms">
        <Form.Item name="seats" label={t('field.seats')} extra={t('field.seats_hint')}>
          <Input type="number" min={1} step={1} />
        </Form.Item>
        <Form.Item name="service_ends" label={t('field.service_ends')} extra={t('field.service_ends_hint')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="retention_years"
          label={t('field.retention')}
          extra={t('field.retention_hint')}
          rules={[{ required: retentionRequired, message: t('field.retention_missing') }]}
        >
          <Input type="number" min={1} max={100} step={1} />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('field.reason')} extra={t('field.reason_hint')} rules={[{ required: true, whitespace: true, message: t('field.reason_missing') }]}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
    </>
  );
}
