import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/me';
import { purposeQuestion } from '@/shared/session/purpose';

/** Why I read, as I said it for this session; a click says something else. */
export function Purpose() {
  const { t } = useTranslation('app');
  const { reason, case: matter } = useMe().purpose;
  const said = [reason, matter].filter((part) => part != null).join(' · ');
  return said === '' ? null : (
    <button type="button" className="plain bar-fact bar-purpose" title={said} onClick={() => void purposeQuestion.ask()}>
      {t('bar.purpose', { purpose: said })}
    </button>
  );
}
