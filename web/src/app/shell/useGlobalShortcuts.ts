import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Shortcut, useKeyboard, useShortcuts } from '@/shared/keys/keys';
import { useMe } from '@/shared/session/me';
import { menuFor } from './menu';

const places = { '/': ['g o', 'overview'], '/search': ['g s', 'search'], '/manage': ['g m', 'management'], '/imports': ['g i', 'imports'], '/log': ['g l', 'log'] } as const;

/** The keys that work on every page. */
export function useGlobalShortcuts(showSheet: () => void): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { person } = useMe();
  const visible = menuFor(person.capabilities).flatMap((group) => group.items.map((item) => item.to));
  const going = Object.entries(places)
    .filter(([to]) => visible.includes(to))
    .map(([to, [keys, name]]): Shortcut => ({ keys, label: t(`keys.${name}`), run: () => void navigate(to) }));
  useKeyboard();
  useShortcuts(t('keys.global'), [
    { keys: '?', label: t('keys.help'), run: showSheet },
    ...(visible.includes('/search') ? [{ keys: '/', label: t('keys.query'), run: () => void navigate('/search', { state: { focus: 'query' } }) }] : []),
    ...going,
    // Dialogs, menus and pickers close themselves; here it only stands in the sheet.
    { keys: 'Esc', label: t('keys.escape'), run: () => undefined },
  ], true);
}
