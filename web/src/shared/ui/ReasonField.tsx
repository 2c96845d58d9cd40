import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Why something is done; it is kept in the archive log. */
export function ReasonField({ autoFocus = false }: { autoFocus?: boolean }) {
  const { t } = useTranslation('shared');
  return (
    <Form.Item name="reason" label={t('reason.label')} extra={t('reason.hint')} rules={[{ required: true, whitespace: true, message: t('reason.missing') }]}>
      <Input.TextArea autoFocus={autoFocus} maxLength={1_000} rows={3} />
    </Form.Item>
  );
}
