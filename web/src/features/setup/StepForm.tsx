import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { ErrorSummary, type FieldError } from '@/shared/ui/ErrorSummary';
import { ProblemNote } from '@/shared/ui/ProblemNote';

interface Props<T extends object> {
  form: FormInstance<T>;
  initial: Partial<T>;
  title: string;
  intro: string;
  /** Which field of the form a JSON pointer of the API means, the longest first. */
  pointers: Record<string, keyof T & string>;
  onSubmit: (given: T) => Promise<void>;
  onBack: (() => void) | undefined;
  onChange?: (changed: Partial<T>, all: T) => void;
  submit?: string;
  children: ReactNode;
}

/** A step: its fields, a summary of what is wrong with links to the fields, back and next. Enter goes on. */
export function StepForm<T extends object>({ form, initial, title, intro, pointers, onSubmit, onBack, onChange, submit, children }: Props<T>) {
  const { t } = useTranslation('setup');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const finish = async (given: T) => {
    setErrors([]);
    setProblem(undefined);
    setBusy(true);
    try {
      await onSubmit(given);
    } catch (failed) {
      const faults = failed instanceof ProblemError ? shown(failed) : [];
      setErrors(faults);
      setProblem(faults.length === 0 ? failed : undefined);
      setBusy(false);
    }
  };

  /** Puts the faults to their fields; one that has no field on this step is shown in the summary alone. */
  function shown(failed: ProblemError): FieldError[] {
    return failed.errors.map((fault) => {
      const field = Object.entries(pointers).find(([pointer]) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))?.[1];
      const text = fault.detail ?? failed.detail;
      if (field !== undefined) {
        form.setFields([{ name: field as never, errors: [text] }]);
      }
      return { field, text };
    });
  }

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={finish}
      onFinishFailed={({ errorFields }) => setErrors(errorFields.map((one) => ({ field: String(one.name[0]), text: one.errors[0] ?? '' })))}
      {...(onChange === undefined ? {} : { onValuesChange: onChange })}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'ArrowLeft' && onBack !== undefined) {
          event.preventDefault();
          onBack();
        }
      }}
    >
      <h2>{title}</h2>
      <p className="step-intro">{intro}</p>
      <ErrorSummary errors={errors} />
      {problem !== undefined && <ProblemNote problem={problem} />}
      {children}
      <div className="step-buttons">
        {onBack !== undefined && <Button onClick={onBack}>{t('back')}</Button>}
        <Button type="primary" htmlType="submit" loading={busy}>{submit ?? t('next')}</Button>
      </div>
    </Form>
  );
}
