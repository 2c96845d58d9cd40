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
  width?: number;
  /** At which field a fault is shown; by itself `/name` at `name`. */
  placeOf?: (pointer: string) => string | undefined;
  /** Throws what the server says; its faults are shown at their fields. */
  onSubmit: (given: T) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

/** A dialog with fields, a way back, and an explicit act. It stays open, with what was typed, until the server has agreed. */
export function DialogForm<T extends object>({ title, intro, form, initial, submit, danger = false, disabled = false, width = 520, placeOf = firstName, onSubmit, onClose, children }: Props<T>) {
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

  /** Puts the faults to their fields, and the focus to the first; false when one of them has none here. */
  function placed(failed: unknown): boolean {
    if (!(failed instanceof ProblemError) || failed.errors.length === 0) {
      return false;
    }
    const names = Object.keys(form.getFieldsValue());
    const faults = failed.errors.map((fault) => ({ name: placeOf(fault.pointer) ?? '', text: fault.detail ?? failed.detail }));
    const here = faults.filter(({ name }) => names.includes(name));
    here.forEach(({ name, text }) => form.setFields([{ name: name as never, errors: [text] }]));
    here.slice(0, 1).forEach(({ name }) => form.scrollToField(name, { focus: true }));
    return here.length === faults.length;
  }

  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} footer={null} width={width} destroyOnHidden>
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

function firstName(pointer: string): string | undefined {
  return pointer.split('/')[1];
}
