import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { IndexLag } from './IndexLag';
import { LanguageSwitch } from './LanguageSwitch';
import { PersonMenu } from './PersonMenu';
import { Purpose } from './Purpose';
import { RunningJobs } from './RunningJobs';
import { StatePill } from './StatePill';
import { ThemeMenu } from './ThemeMenu';
import { ZoneMenu } from './ZoneMenu';

const VisitExports = lazy(async () => ({ default: (await import('@/features/exports/VisitExports')).VisitExports }));

/** What is true everywhere on the left, how I like to see it on the right. */
export function TopBar({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation('app');
  return (
    <header className="bar" aria-label={t('bar.label')}>
      <StatePill />
      <IndexLag />
      <RunningJobs />
      <Purpose />
      <Suspense><VisitExports /></Suspense>
      <span className="bar-space" />
      <LanguageSwitch />
      <ThemeMenu />
      <div className="bar-zone"><ZoneMenu /></div>
      <PersonMenu onKeys={onKeys} />
    </header>
  );
}
