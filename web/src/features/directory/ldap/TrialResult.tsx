import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import type { Trial } from '../requests/syncs';

/** How far a try came: each step with a sign and a word, and some of the accounts that were read. */
export function TrialResult({ trial }: { trial: Trial }) {
  const { t } = useTranslation('directory');
  const numbers = useNumbers();
  return (
    <section className="trial" aria-label={t('trial.title')} role="status">
      <ol>
        {trial.steps.map(({ step, done, detail }) => (
          <li key={step} className={done ? undefined : 'bad'}>
            {done ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />} {t(`trial.${step}`)}: {t(done ? 'trial.done' : 'trial.failed')}
            {detail !== '' && <div className="soft any-name">{detail}</div>}
          </li>
        ))}
      </ol>
      {trial.passed && <p>{t('trial.read', { count: trial.entries, number: numbers.count(trial.entries), skipped: numbers.count(trial.skipped) })}</p>}
      {trial.sample.length > 0 && (
        <div className="table-box" role="region" tabIndex={0} aria-label={t('trial.sample')}>
          <table className="plain-table">
            <thead><tr>{(['address', 'name', 'departments'] as const).map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
            <tbody>
              {trial.sample.map((look, index) => look !== null && (
                <tr key={index}><td className="any-name">{look.address}</td><td className="any-name">{look.name}</td><td className="any-name">{look.departments.map((path) => path.join(' / ')).join('; ')}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
