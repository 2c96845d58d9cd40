import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import { App } from 'antd';
import { createInstance } from 'i18next';
import type { ReactElement } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { catalogue } from '@/app/catalogues/catalogue';
import { meQuery } from '@/shared/session/me';

const en = catalogue(import.meta.glob('../src/{app,shared,features/*}/en.json', { eager: true, import: 'default' }));
const zh = catalogue(import.meta.glob('../src/{app,shared,features/*}/zh.json', { eager: true, import: 'default' }));

/** Draws a part of the console with the words people read. */
export async function draw(element: ReactElement, language: 'en' | 'zh-CN' = 'en'): Promise<RenderResult> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ lng: language, resources: { en, 'zh-CN': zh }, defaultNS: 'app', interpolation: { escapeValue: false } });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <App component={false}><MemoryRouter>{element}</MemoryRouter></App>
      </I18nextProvider>
    </QueryClientProvider>,
  );
}

/** Draws what is inside once it is known who is signed in, as the shell does. */
export function WithMe({ children }: { children: ReactElement }) {
  return useQuery(meQuery).data === undefined ? null : children;
}
