import { type RenderResult, render } from '@testing-library/react';
import { createInstance } from 'i18next';
import type { ReactElement } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { words as en } from '@/app/catalogues/en';
import { words as zh } from '@/app/catalogues/zh';

/** Draws a part of the console with the words people read. */
export async function draw(element: ReactElement, language: 'en' | 'zh-CN' = 'en'): Promise<RenderResult> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ lng: language, resources: { en, 'zh-CN': zh }, defaultNS: 'app', interpolation: { escapeValue: false } });
  return render(<I18nextProvider i18n={i18n}><MemoryRouter>{element}</MemoryRouter></I18nextProvider>);
}
