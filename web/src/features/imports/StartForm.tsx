import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { Note } from '@/shared/ui/Note';
import type { Item } from './uploads';

export interface StartFields {
  reason: string;
  force: boolean;
}

interface Props {
  items: readonly Item[];
  archivingOff: boolean;
  busy: boolean;
  onStart: (given: StartFields) => Promise<void>;
}

/** Begins the import of what was sent. While archiving is off it has to be meant and explained. */
export function StartForm({ items, archivingOff, busy, onStart }: Props) {
  const { t } = useTranslation('imports');
  const numbers = useNumbers();
  const sent = items.filter((item) => item.state === 'sent');
  const bytes = sent.reduce((sum, item) => sum + item.file.size, 0);
  const moving = items.some((item) => item.state === 'sending' || item.state === 'waiting');
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ reason: '', force: false }} onFinish={onStart} className="start-form">
      {archivingOff && (
        <>
          <Note kind="warning" title={t('start.off_title')}>{t('start.off')}</Note>
          <Form.Item name="force" valuePropName="checked" rules={[{ validator: (_, given: boolean) => (given ? Promise.resolve() : Promise.reject(new Error(t('start.force_missing')))) }]}>
            <Checkbox>{t('start.force')}</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item
        name="reason"
        label={t(archivingOff ? 'start.reason' : 'start.reason_optional')}
        extra={t('start.reason_hint')}
        rules={[{ required: archivingOff, whitespace: true, message: t('start.reason_missing') }]}
      >
        <Input maxLength={1_000} />
      </Form.Item>
      <div className="start-line">
        <Button type="primary" htmlType="submit" loading={busy} disabled={moving || sent.length === 0}>{t('start.button')}</Button>
        <span className="soft">{moving ? t('start.wait') : t('start.ready', { count: sent.length, size: numbers.bytes(bytes) })}</span>
      </div>
    </Form>
  );
}
