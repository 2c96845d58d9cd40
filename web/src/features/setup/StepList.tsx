import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type StepName, steps } from './stepNames';

interface Props {
  current: StepName;
  /** The step up to which one may go back and forth. */
  reached: number;
}

/** Where one is in the set-up, and the way back to what is filled in. */
export function StepList({ current, reached }: Props) {
  const { t } = useTranslation('setup');
  return (
    <ol className="steps" aria-label={t('steps')}>
      {steps.map((name, index) => {
        const number = index + 1;
        const here = name === current;
        const words = <><span className="steps-number">{number}</span>{t(`step.${name}`)}</>;
        return (
          <li key={name} aria-current={here ? 'step' : undefined} className={number < reached ? 'steps-done' : undefined}>
            {!here && number <= reached && name !== 'source' && current !== 'source' ? <Link to={`?step=${number}`}>{words}</Link> : <span>{words}</span>}
          </li>
        );
      })}
    </ol>
  );
}
