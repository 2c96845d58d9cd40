import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArchiveSummary } from '@/shared/api/schema';
import { WhoEnables } from '@/shared/archive/WhoEnables';
import { useHasRole } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';

interface Props {
  archive: ArchiveSummary;
  messages: number;
}

/** What is still to be done before the archive does anything. */
export function NextSteps({ archive, messages }: Props) {
  const { t } = useTranslation('overview');
  const administrator = useHasRole('archive_administrator');
  const by = <WhoEnables administrators={archive.administrators}>{(who) => t('next.enable_by', { who })}</WhoEnables>;
  const steps = [
    { done: archive.enabled, text: administrator ? <Link to="/manage/summary">{t('next.enable')}</Link> : by },
    { done: messages > 0, text: <Link to="/setup?step=7">{t('next.source')}</Link> },
    ...(administrator ? [{ done: false, text: <Link to="/imports">{t('next.import')}</Link> }] : []),
  ];
  return (
    <Panel title={t('next.title')}>
      <ol className="next">
        {steps.map(({ done, text }, index) => <li key={index}>{text}{done && <span className="soft"> — {t('next.done')}</span>}</li>)}
      </ol>
    </Panel>
  );
}
