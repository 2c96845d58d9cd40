import { CheckCircleOutlined, LogoutOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { State } from './requests/accounts';

const signs = { active: CheckCircleOutlined, disabled: PauseCircleOutlined, deleted: LogoutOutlined };

/** How an account stands, by a sign and a word. */
export function StateWord({ state }: { state: State }) {
  const { t } = useTranslation('directory');
  const Sign = signs[state];
  return <span className={state === 'active' ? 'one-line' : 'one-line soft'}><Sign aria-hidden /> {t(`state.${state}`)}</span>;
}
