import { useTranslation } from 'react-i18next';
import type { SuggestedAccount } from './requests/suggestAccounts';

interface Props {
  id: string;
  label: string;
  suggested: readonly SuggestedAccount[];
  /** The one that Enter takes; -1 for what was typed. */
  active: number;
  onChoose: (address: string) => void;
}

/** The accounts that may be meant, below the field; the field keeps the focus. */
export function Suggestions({ id, label, suggested, active, onChoose }: Props) {
  const { t } = useTranslation('search');
  const left: Partial<Record<string, string>> = { disabled: t('form.account_disabled'), deleted: t('form.account_deleted') };
  return (
    <div className="suggestions-at">
      <ul id={id} role="listbox" aria-label={label} className="suggestions" hidden={suggested.length === 0}>
        {suggested.map(({ address, name, state }, place) => (
          <li
            key={address}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            onPointerDown={(event) => {
              event.preventDefault(); // the field keeps the focus, and what was typed
              onChoose(address);
            }}
          >
            <bdi>{address}</bdi>
            {name !== '' && <bdi className="suggestion-name">{name}</bdi>}
            {state !== null && left[state] !== undefined && <span className="suggestion-state">{left[state]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
