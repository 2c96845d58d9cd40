import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';

const SEPARATORS = [',', ';', '，', '；', '、', '\n', '\t'];
const MOST = 500;

interface Props {
  id: string;
  label: string;
  addresses: readonly string[];
  fault: string | undefined;
  onChange: (addresses: string[]) => void;
}

/** Addresses, names, `@domain`, `wild*`; any one of them is enough. A pasted list becomes as many. */
export function AddressField({ id, label, addresses, fault, onChange }: Props) {
  const { t } = useTranslation('search');
  return (
    <Field id={id} label={label} fault={fault}>
      <Select
        id={id}
        mode="tags"
        open={false}
        suffix={null}
        maxTagCount="responsive"
        tokenSeparators={SEPARATORS}
        placeholder={t('form.address_placeholder')}
        {...(fault !== undefined && { status: 'error' as const })}
        value={[...addresses]}
        onChange={(values: string[]) => onChange(tidy(values))}
      />
    </Field>
  );
}

function tidy(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))].slice(0, MOST);
}
