import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { meQuery } from './me';
import { explain } from './purpose';

interface Fields {
  reason: string;
  case: string;
}

/** Asks why somebody reads: a reason, a case, or both. It counts for all that the session does. */
export function PurposeDialog({ onClose }: { onClose: (said: boolean) => void }) {
  const { t } = useTranslation('shared');
  const client = useQueryClient();
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const [form] = Form.useForm<Fields>();
  const submit = async (given: Fields) => {
    const purpose = await explain({ reason: given.reason.trim() || null, case: given.case.trim() || null });
    client.setQueryData(meQuery.queryKey, (before) => before && { ...before, purpose });
    onClose(true);
  };
  const one = { validator: () => (`${form.getFieldValue('reason')}${form.getFieldValue('case')}`.trim() === '' ? Promise.reject(new Error(t('purpose.missing'))) : Promise.resolve()) };
  return (
    <DialogForm
      title={t('purpose.title')}
      intro={<p>{t('purpose.text')}</p>}
      form={form}
      initial={{ reason: me?.purpose.reason ?? '', case: me?.purpose.case ?? '' }}
      submit={t('purpose.submit')}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <Form.Item name="reason" label={t('reason.label')} rules={[one]}>
        <Input.TextArea autoFocus maxLength={1_000} rows={3} />
      </Form.Item>
      <Form.Item name="case" label={t('purpose.case')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
    </DialogForm>
  );
}
