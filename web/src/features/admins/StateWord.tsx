import { CheckCircleOutlined, ClockCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Admin } from '@/shared/api/schema';

const signs = { active: CheckCircleOutlined, invited: ClockCircleOutlined, suspended: StopOutlined };

/** Whether somebody can sign in, by a sign and a word. */
export function StateWord({ admin }: { admin: Admin }) {
  const { t } = useTranslation('admins');
  const Sign = signs[admin.state];
  return <span className={admin.state === 'suspended' ? 'bad' : undefined}><Sign aria-hidden /> {t(`state.${admin.state}`)}</span>;
}
