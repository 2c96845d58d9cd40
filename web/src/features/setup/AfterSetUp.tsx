import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { archiveQuery } from '@/shared/api/archive';
import { followEvents } from '@/shared/api/events';
import { statusQuery } from '@/shared/api/status';
import { WhoEnables } from '@/shared/archive/WhoEnables';
import { useHasRole, useMe } from '@/shared/session/me';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { FirstMessage } from './FirstMessage';
import { MailServerLines } from './MailServerLines';
import { StepList } from './StepList';
import { numberOf } from './stepNames';

/** The last step, which anybody signed in may come back to: how the mail server sends copies, and whether one came. */
export function AfterSetUp() {
  const { t } = useTranslation('setup');
  const { organisation } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayEnable = useHasRole('archive_administrator');
  useEffect(() => followEvents(client), [client]);
  const status = useQuery({ ...statusQuery, refetchInterval: 5_000 });
  const archive = useQuery(archiveQuery);
  if (status.data === undefined) {
    return status.error === null ? null : <ProblemNote problem={status.error} onRetry={() => void status.refetch()} />;
  }
  return (
    <>
      <StepList current="source" reached={numberOf('source')} />
      <h2>{t('step.source')}</h2>
      <p className="step-intro">{t('source.intro')}</p>
      {status.error !== null && <ProblemNote problem={status.error} onRetry={() => void status.refetch()} />}
      <FirstMessage smtp={status.data.smtp} />
      <MailServerLines smtp={status.data.smtp} domain={organisation.domains[0] ?? 'example.org'} />
      <Note kind="warning" title={t('source.key_title')}>{t('source.key')}</Note>
      {archive.data?.enabled === false && (
        <Note kind="info" title={t('source.off_title')}>
          {mayEnable ? <>{t('source.off_self')} <Link to="/manage/summary">{t('source.enable')}</Link></> : (
            <WhoEnables administrators={archive.data.administrators}>{(who) => t('source.off_by', { who })}</WhoEnables>
          )}
        </Note>
      )}
      <div className="step-buttons">
        <Button type="primary" onClick={() => void navigate('/')}>{t('source.finish')}</Button>
      </div>
    </>
  );
}
