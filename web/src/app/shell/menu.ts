import { DashboardOutlined, ImportOutlined, SearchOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Role } from '@/shared/api/schema';

interface Item {
  to: string;
  label: 'menu.overview' | 'menu.search' | 'menu.imports';
  Icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** Who may; everybody who is signed in if left out. */
  role?: Role;
}

interface Group {
  label?: 'menu.archive' | 'menu.manage';
  items: Item[];
}

const menu: Group[] = [
  { items: [{ to: '/', label: 'menu.overview', Icon: DashboardOutlined }] },
  { label: 'menu.archive', items: [{ to: '/search', label: 'menu.search', Icon: SearchOutlined, role: 'archive_administrator' }] },
  { label: 'menu.manage', items: [{ to: '/imports', label: 'menu.imports', Icon: ImportOutlined, role: 'archive_administrator' }] },
];

/** The menu of somebody with these roles. */
export function menuFor(roles: readonly Role[]): Group[] {
  return menu
    .map((group) => ({ ...group, items: group.items.filter(({ role }) => role === undefined || roles.includes(role)) }))
    .filter((group) => group.items.length > 0);
}
