import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface FieldError {
  /** The id of the field's input; none when it is not on the page. */
  field: string | undefined;
  text: string;
}

/** At the top of a form: what is wrong, each a link to the first input of its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useTranslation('shared');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) {
      box.current?.focus();
    }
  }, [errors]);
  if (errors.length === 0) {
    return null;
  }
  return (
    <div ref={box} className="note note-error summary" role="alert" tabIndex={-1}>
      <div className="note-text">
        <strong>{t('problem.fields', { count: errors.length })}</strong>
        <ul>
          {errors.map(({ field, text }, index) => (
            <li key={index}>
              {field === undefined ? text : (
                <a href={`#${field}`} onClick={(event) => { event.preventDefault(); document.getElementById(field)?.focus(); }}>{text}</a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
