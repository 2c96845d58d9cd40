import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Note } from '@/shared/ui/Note';
import { Page } from '@/shared/ui/Page';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { Balance } from './Balance';
import { CancelButton } from './CancelButton';
import { Failures } from './Failures';
import { importQuery, isRunning } from './getImport';
import { Particulars } from './Particulars';
import { ReadProgress } from './ReadProgress';
import './imports.css';

/** One import: how far it is, what became of every message, what failed and why. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const { id = '' } = useParams();
  const query = useQuery(importQuery(id));
  const one = query.data;
  return (
    <Page title={t('one.title')} actions={one !== undefined && isRunning(one) && <CancelButton one={one} />}>
      <p className="back"><Link to="/imports">{t('one.all')}</Link></p>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {one === undefined ? query.error === null && <Waiting lines={8} /> : (
        <div className="imports">
          <Panel title={t(`state.${one.state}`)}>
            {isRunning(one) && <ReadProgress one={one} />}
            {one.problem != null && <Note kind="error" title={one.problem} />}
            <Balance one={one} />
          </Panel>
          <Particulars one={one} />
          {one.balance.failed > 0 && <Failures one={one} />}
        </div>
      )}
    </Page>
  );
}
