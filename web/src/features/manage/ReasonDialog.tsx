import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';

interface Given {
  reason: string;
}

interface Props {
  title: string;
  /** Whether it takes something away from somebody. */
  danger?: boolean;
  /** Whether it goes without a reason too. */
  optional?: boolean;
  /** Why it cannot be saved as it is; undefined if it can. */
  blocked?: ReactNode;
  width?: number;
  onSave: (reason: string) => Promise<void>;
  onClose: () => void;
  /** What will be different afterwards, in words and numbers. */
  children: ReactNode;
}

/** Asks for the reason of an act whose effect it tells. */
export function ReasonDialog({ title, danger = false, optional = false, blocked, width = 560, onSave, onClose, children }: Props) {
  const { t } = useTranslation(['manage', 'shared']);
  const [form] = Form.useForm<Given>();
  return (
    <DialogForm
      title={title}
      intro={<div className="effect" aria-live="polite">{children}</div>}
      form={form}
      initial={{ reason: '' }}
      submit={t('shared:action.save')}
      danger={danger}
      disabled={blocked !== undefined}
      width={width}
      onSubmit={({ reason }) => onSave(reason.trim())}
      onClose={onClose}
    >
      {blocked !== undefined && <p className="bad">{blocked}</p>}
      <Form.Item
        name="reason"
        label={t(optional ? 'reason.optional' : 'reason.label')}
        extra={t('reason.hint')}
        rules={optional ? [] : [{ required: true, whitespace: true, message: t('reason.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
    </DialogForm>
  );
}
