import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '@/shared/format/numbers';
import { exampleUrl } from './exampleUrl';
import type { ArchiveRule } from './requests/rules';

/** One row per rule, in the order of the requirements. */
export function RuleTable({ rules, days }: { rules: ArchiveRule[]; days: number }) {
  const { t } = useTranslation('rules');
  return (
    <table className="rules-table">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.number')}</th>
          <th scope="col">{t('column.rule')}</th>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.last_days', { days })}</th>
          <th scope="col">{t('column.examples')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.number}>
            <td className="number">{rule.number}</td>
            <th scope="row">{rule.text}</th>
            <td>{t(`kind.${rule.kind}`)}</td>
            <td><Counter rule={rule} /></td>
            <td>
              {rule.example !== null && (
                <Link to={exampleUrl(rule.example, days)} aria-label={t('examples_of', { number: rule.number })}>{t('examples')}</Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many, and of what; a dash where nothing is counted. */
function Counter({ rule }: { rule: ArchiveRule }) {
  const { t } = useTranslation('rules');
  const numbers = useNumbers();
  if (rule.last_days === null) {
    return <span title={t('not_counted')}>–</span>;
  }
  return (
    <>
      <span className="number">{numbers.count(rule.last_days)}</span> <small>{rule.counted}</small>
    </>
  );
}
