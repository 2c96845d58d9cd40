import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/shared/keys/keys';
import { TABS } from './tabs';

/** The keys of an open message. */
export function useMessageKeys(onTab: (tab: string) => void): void {
  const { t } = useTranslation('message');
  useShortcuts(t('keys.group'), [
    ...TABS.map((tab, at) => ({ keys: String(at + 1), label: t(`keys.${tab}`), run: () => onTab(tab) })),
    { keys: 'v', label: t('keys.source'), run: () => onTab('source') },
    { keys: 'H', label: t('keys.headers'), run: () => onTab('headers') },
    { keys: 'a', label: t('keys.attachments'), run: () => onTab('attachments') },
  ]);
}
