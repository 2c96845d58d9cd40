import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/shared/keys/keys';
import { changePreferences } from '@/shared/preferences/change';
import { preferences } from '@/shared/preferences/store';
import { copyText } from '@/shared/ui/CopyButton';
import type { RunResults } from './runResults';

interface Deeds {
  results: RunResults;
  move: (index: number) => void;
  select: (index: number, range: boolean) => void;
  open: (index: number) => void;
  step: (by: 1 | -1) => Promise<void>;
  close: () => void;
  page: () => void;
  all: () => void;
  none: () => void;
  exportNow: () => void;
  copied: () => void;
  download: (id: string) => void;
}

/** What single keys do while a result is on the screen. Enter and the arrows work in the list itself. */
export function useResultKeys({ results, ...deed }: Deeds): void {
  const { t } = useTranslation('search');
  const at = () => results.place.active;
  const download = () => {
    const id = results.row(at())?.id;
    if (id !== undefined) {
      deed.download(id);
    }
  };
  useShortcuts(t('keys.results'), [
    { keys: 'j', label: t('keys.next'), run: () => deed.move(at() + 1) },
    { keys: 'k', label: t('keys.previous'), run: () => deed.move(at() - 1) },
    { keys: 'o', label: t('keys.open'), run: () => deed.open(at()) },
    { keys: ']', label: t('keys.next_message'), run: () => void deed.step(1) },
    { keys: '[', label: t('keys.previous_message'), run: () => void deed.step(-1) },
    { keys: 'x', label: t('keys.select'), run: () => deed.select(at(), false) },
    { keys: 'X', label: t('keys.select_range'), run: () => deed.select(at(), true) },
    { keys: '* a', label: t('keys.select_page'), run: deed.page },
    { keys: '* s', label: t('keys.select_all'), run: deed.all },
    { keys: '* n', label: t('keys.select_none'), run: deed.none },
    { keys: 'e', label: t('keys.export'), run: deed.exportNow },
    { keys: 'd', label: t('keys.download'), run: download },
    { keys: 'z', label: t('keys.density'), run: toggleDensity },
    { keys: 'y', label: t('keys.copy_link'), run: () => void copyText(location.href).then(deed.copied) },
    { keys: 'u', label: t('keys.back'), run: deed.close },
    { keys: 'Escape', label: '', run: deed.close },
  ]);
}

function toggleDensity(): void {
  const density = preferences.current().density === 'compact' ? 'normal' : 'compact';
  // It holds on this screen even if the server does not keep it.
  void changePreferences({ density }).catch(() => undefined);
}
