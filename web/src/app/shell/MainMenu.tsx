import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMe } from '@/shared/session/me';
import mark from '../mark.svg';
import { menuFor } from './menu';

const KEY = 'muniment.menu';

/** The menu on the left. What a role may not use is not there. */
export function MainMenu() {
  const { t } = useTranslation('app');
  const { person } = useMe();
  const [small, setSmall] = useState(() => localStorage.getItem(KEY) === 'small');
  const toggle = () => {
    localStorage.setItem(KEY, small ? 'wide' : 'small');
    setSmall(!small);
  };
  return (
    <nav className={small ? 'menu menu-small' : 'menu'} aria-label={t('menu.label')}>
      <div className="menu-mark">
        <img src={mark} alt="" width="20" height="20" />
        <span className="menu-word">{t('product')}</span>
      </div>
      {menuFor(person.capabilities).map((group) => (
        <div key={group.label ?? 'top'} className="menu-group">
          {group.label !== undefined && <div className="menu-label menu-word">{t(group.label)}</div>}
          <ul>
            {group.items.map(({ to, label, Icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} title={small ? t(label) : undefined}>
                  <Icon aria-hidden />
                  <span className="menu-word">{t(label)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <button type="button" className="menu-toggle" onClick={toggle} aria-label={t(small ? 'menu.expand' : 'menu.collapse')}>
        {small ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </nav>
  );
}
