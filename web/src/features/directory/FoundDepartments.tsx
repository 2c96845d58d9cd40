import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { foundQuery } from './requests/departments';

/** Departments by a part of their names, each with its way from the top. */
export function FoundDepartments({ text, selected, onSelect }: { text: string; selected: string; onSelect: (id: string) => void }) {
  const { t } = useTranslation('directory');
  const numbers = useNumbers();
  const { data, error } = useQuery(foundQuery(text));
  if (error !== null) {
    return <ProblemNote problem={error} />;
  }
  if (data === undefined) {
    return <Waiting lines={4} />;
  }
  return (
    <>
      <p role="status" className="soft">{t('department.found', { count: data.length })}</p>
      <ul className="found">
        {data.map(({ id, path, accounts_within: within }) => (
          <li key={id}>
            <button type="button" className="text-button any-name" aria-pressed={id === selected} onClick={() => onSelect(id)}>{path.join(' / ')}</button>
            <span className="soft"> {numbers.count(within)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
