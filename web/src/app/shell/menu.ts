import { AuditOutlined, BankOutlined, ControlOutlined, DashboardOutlined, ImportOutlined, SearchOutlined, TeamOutlined, UserSwitchOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Capability } from '@/shared/session/capabilities';

interface Item {
  to: string;
  label:
    | 'menu.overview' | 'menu.search' | 'menu.management' | 'menu.imports' | 'menu.directory' | 'menu.log'
    | 'menu.admins' | 'menu.organisations';
  Icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** What it takes to use the page; nothing but being signed in if left out. */
  may?: Capability;
}

interface Group {
  label?: 'menu.archive' | 'menu.manage' | 'menu.evidence' | 'menu.system';
  items: Item[];
}

const menu: Group[] = [
  { items: [{ to: '/', label: 'menu.overview', Icon: DashboardOutlined }] },
  { label: 'menu.archive', items: [{ to: '/search', label: 'menu.search', Icon: SearchOutlined, may: 'search:run' }] },
  {
    label: 'menu.manage',
    items: [
      { to: '/manage', label: 'menu.management', Icon: ControlOutlined, may: 'accounts:read' },
      { to: '/imports', label: 'menu.imports', Icon: ImportOutlined, may: 'imports:write' },
      { to: '/directory', label: 'menu.directory', Icon: TeamOutlined, may: 'directory:read' },
    ],
  },
  { label: 'menu.evidence', items: [{ to: '/log', label: 'menu.log', Icon: AuditOutlined, may: 'log:own' }] },
  {
    label: 'menu.system',
    items: [
      { to: '/admins', label: 'menu.admins', Icon: UserSwitchOutlined, may: 'admins:read' },
      { to: '/organisations', label: 'menu.organisations', Icon: BankOutlined, may: 'organisations:write' },
    ],
  },
];

/** The menu of somebody who may do all this. */
export function menuFor(capabilities: readonly string[]): Group[] {
  return menu
    .map((group) => ({ ...group, items: group.items.filter(({ may }) => may === undefined || capabilities.includes(may)) }))
    .filter((group) => group.items.length > 0);
}
