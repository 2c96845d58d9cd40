import { Form, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const DIGITS = 6;

interface Props {
  /** Called with six digits, as soon as they are there. */
  onComplete: (code: string) => void;
  /** Changes when the code was wrong: the field is emptied and waits for another. */
  refused: unknown;
  disabled: boolean;
}

/** The six digits of an authenticator app; typed or pasted, with spaces or without, they submit themselves. */
export function CodeField({ onComplete, refused, disabled }: Props) {
  const { t } = useTranslation('shared');
  const form = Form.useFormInstance();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (refused !== undefined) {
      form.setFieldValue('code', '');
      input.current?.focus();
    }
  }, [form, refused]);
  return (
    <Form.Item
      name="code"
      label={t('second.code')}
      extra={t('second.code_hint')}
      normalize={(given: string) => digits(given)}
      rules={[{ required: true, len: DIGITS, message: t('second.code_missing') }]}
    >
      <Input
        ref={input}
        className="code-digits"
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        disabled={disabled}
        onChange={(event) => {
          const code = digits(event.target.value);
          if (code.length === DIGITS) {
            onComplete(code);
          }
        }}
      />
    </Form.Item>
  );
}

function digits(given: string): string {
  return given.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS);
}
