import { DownOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { useMe } from '@/shared/session/me';
import { signOut } from '@/shared/session/signOut';
import { MenuButton, type MenuEntry } from '@/shared/ui/MenuButton';
import { useChange } from './useChange';

const densities = ['normal', 'compact'] as const;

/** Who I am, how dense and how keyed I like the console, and the way out. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation(['app', 'shared']);
  const { person, organisation } = useMe();
  const { density, single_keys: singleKeys } = usePreferences();
  const { message } = App.useApp();
  const change = useChange();
  const roles = person.roles.map((role) => t(`shared:role.${role}`)).join(' · ');
  const leave = () => void signOut().then(() => location.assign('/signin'), () => message.error(t('bar.sign_out_failed')));
  const entries: MenuEntry[] = [
    { kind: 'heading', key: 'who', label: <><strong className="who">{organisation.name}</strong><br />{roles}</> },
    { kind: 'page', key: 'me', label: t('bar.me'), to: '/me' },
    { kind: 'line', key: '1' },
    ...densities.map((key): MenuEntry => ({
      kind: 'choice', key, label: t(`bar.density_${key}`), checked: key === density, onSelect: () => change({ density: key }),
    })),
    { kind: 'line', key: '2' },
    { kind: 'choice', key: 'single', label: t('bar.single_keys'), checked: singleKeys, onSelect: () => change({ single_keys: !singleKeys }) },
    { kind: 'item', key: 'keys', label: t('bar.keys'), onSelect: onKeys },
    { kind: 'link', key: 'api', label: t('bar.api'), href: '/api/docs' },
    { kind: 'line', key: '3' },
    { kind: 'item', key: 'out', label: t('bar.sign_out'), onSelect: leave },
  ];
  const button = <><span className="person-name">{person.address}</span><DownOutlined aria-hidden /></>;
  return <MenuButton className="person" label={t('bar.person', { name: person.address })} button={button} entries={entries} />;
}
