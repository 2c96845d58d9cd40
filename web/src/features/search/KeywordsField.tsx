import { Input } from 'antd';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { alternatives } from './conditions';
import { isComposing } from './composing';
import type { DraftFault } from './draft';
import { FaultLine } from './FaultLine';
import { Field } from './Field';

interface Props {
  keywords: string;
  fault: DraftFault | undefined;
  onChange: (keywords: string) => void;
}

/** Words, `"phrases"`, AND OR NOT. Several pasted lines become alternatives. */
export function KeywordsField({ keywords, fault, onChange }: Props) {
  const { t } = useTranslation('search');
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (/\S\s*\n\s*\S/.test(pasted)) {
      event.preventDefault();
      const { selectionStart: from, selectionEnd: to } = event.currentTarget;
      onChange(`${keywords.slice(0, from ?? 0)}${alternatives(pasted)}${keywords.slice(to ?? from ?? 0)}`);
    }
  };
  return (
    <Field
      id="keywords"
      label={t('form.keywords')}
      fault={fault && <FaultLine id="keywords-place" text={keywords} fault={fault} />}
    >
      <Input
        id="keywords"
        value={keywords}
        maxLength={10_000}
        spellCheck={false}
        autoComplete="off"
        placeholder={t('form.keywords_placeholder')}
        {...(fault && { status: 'error' as const })}
        onPaste={paste}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && isComposing(event.nativeEvent) && event.preventDefault()}
      />
    </Field>
  );
}
