import { Button, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { ProblemNote } from './ProblemNote';

interface Props<T extends object> {
  title: string;
  /** What it does, before the fields. */
  intro?: ReactNode;
  form: FormInstance<T>;
  initial: Partial<T>;
  submit: string;
  /** Whether the act is one to think twice about: its button is red, and the focus begins on Cancel. */
  danger?: boolean;
  disabled?: boolean;
  /** Throws what the server says; a fault `/name` is shown at the field `name`. */
  onSubmit: (given: T) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

/** A dialog with fields, a way back, and an explicit act. It stays open, with what was typed, until the server has agreed. */
export function DialogForm<T extends object>({ title, intro, form, initial, submit, danger = false, disabled = false, onSubmit, onClose, children }: Props<T>) {
  const { t } = useTranslation('shared');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const finish = async (given: T) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(given);
    } catch (failed) {
      setProblem(placed(failed) ? undefined : failed);
      setBusy(false);
    }
  };

  /** Puts the faults to their fields; false when one of them has none here. */
  function placed(failed: unknown): boolean {
    if (!(failed instanceof ProblemError) || failed.errors.length === 0) {
      return false;
    }
    const names = Object.keys(form.getFieldsValue());
    const faults = failed.errors.map((fault) => ({ name: fault.pointer.split('/')[1] ?? '', text: fault.detail ?? failed.detail }));
    faults.filter(({ name }) => names.includes(name)).forEach(({ name, text }) => form.setFields([{ name: name as never, errors: [text] }]));
    return faults.every(({ name }) => names.includes(name));
  }

  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} footer={null} destroyOnHidden>
      {intro}
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={finish} scrollToFirstError={{ focus: true }}>
        {children}
        <div className="dialog-buttons">
          <Button autoFocus={danger} onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="primary" danger={danger} htmlType="submit" loading={busy} disabled={disabled}>{submit}</Button>
        </div>
      </Form>
    </Modal>
  );
}
