import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { useMe } from '@/shared/session/me';
import { signOut } from '@/shared/session/signOut';
import { useChange } from './useChange';

/** Who I am, how dense and how keyed I like the console, and the way out. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation(['app', 'shared']);
  const { person, organisation } = useMe();
  const { density, single_keys: singleKeys } = usePreferences();
  const { message } = App.useApp();
  const change = useChange();
  const roles = person.roles.map((role) => t(`shared:role.${role}`)).join(' · ');
  const leave = () => void signOut().then(() => location.assign('/signin'), () => message.error(t('bar.sign_out_failed')));
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: <span className="who"><strong>{organisation.name}</strong><br />{roles}</span> },
    { type: 'divider' },
    {
      key: 'density', type: 'group', label: t('bar.density'),
      children: (['normal', 'compact'] as const).map((key) => ({ key, label: t(`bar.density_${key}`), onClick: () => change({ density: key }) })),
    },
    { type: 'divider' },
    { key: 'single', label: t('bar.single_keys'), onClick: () => change({ single_keys: !singleKeys }) },
    { key: 'keys', label: t('bar.keys'), onClick: onKeys },
    { key: 'api', label: <a href="/api/docs">{t('bar.api')}</a> },
    { type: 'divider' },
    { key: 'out', label: t('bar.sign_out'), onClick: leave },
  ];
  const selectedKeys = singleKeys ? [density, 'single'] : [density];
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, selectable: true, multiple: true, selectedKeys }}>
      <Button type="text" size="small" className="person" aria-label={t('bar.person', { name: person.address })}>
        <span className="person-name">{person.address}</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
