import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  id: string;
  label: string;
  required?: boolean;
  /** What is wrong with it. */
  fault?: ReactNode;
  hint?: ReactNode;
  /** The hint stands beside the control, not below. */
  beside?: boolean;
  className?: string;
  children: ReactNode;
}

/** A field of the form: label, control, and below it what is wrong or what it means. */
export function Field({ id, label, required = false, fault, hint, beside = false, className = '', children }: Props) {
  const { t } = useTranslation('search');
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label}
        {required && <span className="field-required" title={t('form.required')}>{' *'}</span>}
      </label>
      {beside && hint !== undefined
        ? <div className="field-beside">{children}<div id={`${id}-hint`} className="field-hint">{fault === undefined && hint}</div></div>
        : children}
      {fault !== undefined && <div id={`${id}-fault`} role="alert" className="field-fault">{fault}</div>}
      {!beside && fault === undefined && hint !== undefined && <div id={`${id}-hint`} className="field-hint">{hint}</div>}
    </div>
  );
}
