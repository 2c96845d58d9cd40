import { useQueryClient } from '@tanstack/react-query';
import { Form, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { ReasonField } from '@/shared/ui/ReasonField';
import { changePolicy, type Policy, policyQuery } from './requests/policy';

type Fields = Policy & { reason: string };

const choices = ['required', 'optional'] as const;

/** Second factor, idle and absolute time-out, whether one must say why one reads; what is saved holds at once. */
export function PolicyDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const submit = async ({ reason, ...change }: Fields) => {
    client.setQueryData(policyQuery.queryKey, await changePolicy({ ...change, reason: reason.trim() }));
    onClose();
  };
  return (
    <DialogForm title={t('policy.change_title')} intro={<p>{t('policy.effect')}</p>} form={form} initial={{ ...policy, reason: '' }} submit={t('policy.save')} onSubmit={submit} onClose={onClose}>
      <Form.Item name="second_factor" label={t('policy.second_factor')}>
        <Radio.Group options={choices.map((value) => ({ value, label: t(`policy.${value}`) }))} />
      </Form.Item>
      <Form.Item name="idle_minutes" label={t('policy.idle_label')} rules={[{ required: true, type: 'integer', min: 5, max: 480, message: t('policy.idle_range') }]}>
        <InputNumber min={5} max={480} precision={0} />
      </Form.Item>
      <Form.Item name="session_hours" label={t('policy.absolute_label')} rules={[{ required: true, type: 'integer', min: 1, max: 72, message: t('policy.absolute_range') }]}>
        <InputNumber min={1} max={72} precision={0} />
      </Form.Item>
      <Form.Item name="reason_required" label={t('policy.reason')} extra={t('policy.reason_hint')}>
        <Radio.Group options={choices.map((value) => ({ value: value === 'required', label: t(`policy.${value}`) }))} />
      </Form.Item>
      <ReasonField />
    </DialogForm>
  );
}
