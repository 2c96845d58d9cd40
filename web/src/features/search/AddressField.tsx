import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from './composing';
import { Field } from './Field';
import { Suggestions } from './Suggestions';
import { useSuggestions } from './useSuggestions';

const SEPARATORS = /[,;，；、\n\t]+/;
const MOST = 500;

interface Props {
  id: string;
  label: string;
  addresses: readonly string[];
  fault: string | undefined;
  /** Whether whole addresses of accounts are meant: the directory then says which there are. */
  accounts?: boolean;
  onChange: (addresses: string[]) => void;
}

/** Addresses, names, `@domain`, `wild*`; any one of them is enough. A pasted list becomes as many. */
export function AddressField({ id, label, addresses, fault, accounts = false, onChange }: Props) {
  const { t } = useTranslation('search');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const suggested = useSuggestions(typed, accounts);
  const open = suggested.length > 0;
  const chosen = suggested[active];
  const take = (text: string) => {
    setTyped('');
    setActive(-1);
    const next = joined(addresses, text);
    if (next.length !== addresses.length) {
      onChange(next);
    }
  };
  const drop = (address: string) => {
    onChange(addresses.filter((one) => one !== address));
    input.current?.focus();
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = addresses.at(-1);
    if (isComposing(event.nativeEvent)) {
      return;
    }
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      take(chosen?.address ?? typed);
    } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const next = active + (event.key === 'ArrowDown' ? 1 : -1);
      setActive(next >= suggested.length ? -1 : next < -1 ? suggested.length - 1 : next);
    } else if (open && event.key === 'Escape') {
      event.stopPropagation();
      setTyped('');
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      drop(last);
    }
  };
  const pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (SEPARATORS.test(text.trim())) {
      event.preventDefault();
      take(typed + text);
    }
  };
  return (
    <Field id={id} label={label} fault={fault}>
      <div className={fault === undefined ? 'control chips' : 'control chips control-fault'} onClick={() => input.current?.focus()}>
        {addresses.map((address) => (
          <span key={address} className="chip">
            <bdi>{address}</bdi>
            <button type="button" aria-label={t('form.take_away', { address })} onClick={() => drop(address)}>{CROSS}</button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={fault !== undefined}
          {...(accounts && {
            role: 'combobox',
            'aria-autocomplete': 'list' as const,
            'aria-expanded': open,
            'aria-controls': `${id}-suggestions`,
            ...(chosen !== undefined && { 'aria-activedescendant': `${id}-suggestions-${active}` }),
          })}
          placeholder={addresses.length > 0 ? '' : accounts ? t('form.account_placeholder') : t('form.address_placeholder')}
          onChange={({ target }) => {
            setActive(-1);
            if (/[,;，；]$/.test(target.value)) {
              take(target.value);
            } else {
              setTyped(target.value);
            }
          }}
          onKeyDown={pressed}
          onPaste={pasted}
          onBlur={() => take(typed)}
        />
      </div>
      {accounts && <Suggestions id={`${id}-suggestions`} label={label} suggested={suggested} active={active} onChoose={take} />}
    </Field>
  );
}

const CROSS = '×';

function joined(addresses: readonly string[], text: string): string[] {
  const more = text.split(SEPARATORS).map((one) => one.trim()).filter((one) => one !== '');
  return [...new Set([...addresses, ...more])].slice(0, MOST);
}
