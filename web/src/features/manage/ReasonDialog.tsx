import { Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { ProblemNote } from '@/shared/ui/ProblemNote';

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

/** Asks for the reason of an act whose effect it tells; Cancel has the focus first. */
export function ReasonDialog({ title, danger = false, optional = false, blocked, width = 560, onSave, onClose, children }: Props) {
  const { t } = useTranslation(['manage', 'shared']);
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const save = async ({ reason }: { reason: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onSave(reason.trim());
    } catch (failed) {
      const fault = failed instanceof ProblemError ? failed.at('/reason') : undefined;
      if (fault === undefined) {
        setProblem(failed);
      } else {
        form.setFields([{ name: 'reason', errors: [fault.detail ?? (failed as ProblemError).detail] }]);
      }
      setBusy(false);
    }
  };

  const footer = (
    <>
      <Button autoFocus onClick={onClose}>{t('shared:action.cancel')}</Button>
      <Button type="primary" danger={danger} loading={busy} disabled={blocked !== undefined} onClick={() => form.submit()}>{t('shared:action.save')}</Button>
    </>
  );
  return (
    <Modal open title={title} onCancel={onClose} footer={footer} width={width}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ reason: '' }} onFinish={save}>
        {problem !== undefined && <ProblemNote problem={problem} />}
        <div className="effect" aria-live="polite">{children}</div>
        {blocked !== undefined && <p className="bad">{blocked}</p>}
        <Form.Item
          name="reason"
          label={t(optional ? 'reason.optional' : 'reason.label')}
          extra={t('reason.hint')}
          rules={optional ? [] : [{ required: true, whitespace: true, message: t('reason.missing') }]}
        >
          <Input.TextArea rows={2} maxLength={1_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
