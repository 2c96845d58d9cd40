import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { Note } from '@/shared/ui/Note';
import { isRunning } from './getImport';

const PARTS = ['archived', 'merged', 'excluded', 'failed'] as const;
const SIGNS = { found: '', archived: '=', merged: '+', excluded: '+', failed: '+' } as const;

/** found = archived + merged + excluded + failed: it has to add up, always in sight. */
export function Balance({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const wrong = !one.balanced && !isRunning(one);
  return (
    <>
      {wrong && <Note kind="error" title={t('balance.wrong_title')}>{t('balance.wrong')}</Note>}
      <dl className={wrong ? 'balance bad' : 'balance'}>
        <Part name="found" value={one.balance.found} />
        {PARTS.map((name) => <Part key={name} name={name} value={one.balance[name]} />)}
      </dl>
      <p className="hint">{t('balance.hint')}</p>
    </>
  );
}

function Part({ name, value }: { name: keyof typeof SIGNS; value: number }) {
  const { t } = useTranslation('imports');
  const numbers = useNumbers();
  const shown = numbers.count(value);
  return (
    <div>
      <span className="balance-sign" aria-hidden>{SIGNS[name]}</span>
      <dt>{t(`balance.${name}`)}</dt>
      <dd>{name === 'failed' && value > 0 ? <a className="bad" href="#failures">{shown}</a> : shown}</dd>
    </div>
  );
}
