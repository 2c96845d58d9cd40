import type { Locale } from 'antd/es/locale';
import dayjs from 'dayjs';
import { type BackendModule, createInstance, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, preferences } from '@/shared/preferences/store';
import type { Later } from './catalogues/catalogue';

interface Loaded {
  antd: Locale;
  features: Later;
}

export const i18n = createInstance();
const loaded = new Map<Language, Loaded>();
let shown: Language = 'en';
const listeners = new Set<() => void>();

/** The language on the screen and the words of the components' library; follows the preferences without a reload. */
export const language = {
  current: (): Language => shown,
  components: (): Locale | undefined => loaded.get(shown)?.antd,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Fetches the words of a feature when the first of its pages asks for them; the page waits in a Suspense meanwhile. */
const words: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (wanted, feature, done) => {
    const load = loaded.get(wanted as Language)?.features[feature];
    if (load === undefined) {
      done(new Error(`no words of ${feature} in ${wanted}`), false);
      return;
    }
    load().then((found) => done(null, found as ResourceKey), (failed: unknown) => done(failed instanceof Error ? failed : String(failed), true));
  },
};

/** Loads the preferred language before anything is drawn. */
export async function startLanguage(): Promise<void> {
  await i18n.use(words).use(initReactI18next).init({
    resources: {},
    partialBundledLanguages: true,
    ns: ['app', 'shared'],
    load: 'currentOnly',
    fallbackLng: false,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await show(preferences.current().language);
  preferences.subscribe(() => void show(preferences.current().language));
}

async function show(wanted: Language): Promise<void> {
  if (!loaded.has(wanted)) {
    const file = wanted === 'en' ? await import('./catalogues/en') : await import('./catalogues/zh');
    Object.entries(file.words).forEach(([name, found]) => i18n.addResourceBundle(wanted, name, found));
    loaded.set(wanted, { antd: file.antd, features: file.features });
  }
  if (wanted !== preferences.current().language || (wanted === shown && i18n.language === wanted)) {
    return;
  }
  dayjs.locale(wanted === 'en' ? 'en' : 'zh-cn');
  document.documentElement.lang = wanted;
  await i18n.changeLanguage(wanted);
  shown = wanted;
  listeners.forEach((listener) => listener());
}
