import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@/shared/preferences/store';
import { LanguageButton } from './LanguageButton';
import './entrance.css';

interface Props {
  title: string;
  wide?: boolean;
  onLanguage: (language: Language) => void;
  children: ReactNode;
}

/** The frame of pages for people who are not signed in yet. */
export function Entrance({ title, wide = false, onLanguage, children }: Props) {
  const { t } = useTranslation('shared');
  return (
    <div className="entrance">
      <title>{`${title} · Muniment`}</title>
      <header className="entrance-bar">
        <strong>{t('product')}</strong>
        <LanguageButton onChange={onLanguage} />
      </header>
      <main className={wide ? 'entrance-paper entrance-wide' : 'entrance-paper'}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
