import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ProblemError } from '@/shared/api/problem';
import type { Schemas } from '@/shared/api/schema';
import { changePreferences } from '@/shared/preferences/change';
import { preferences } from '@/shared/preferences/store';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { setUpCode } from '../code';
import { setUp } from '../setUp';
import type { StepProps } from '../state';
import { numberOf, type StepName } from '../stepNames';

interface Props extends StepProps {
  onStep: (step: number) => void;
  onDone: () => void;
}

/** All that was chosen, once more, before it is made. */
export function ReviewStep({ code, draft, secrets, onBack, onStep, onDone }: Props) {
  const { t } = useTranslation('setup');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const alone = draft.alone === true;
  const factor = draft.second_factor === 'optional' ? 'optional' : 'required';
  const missing = secrets.postmaster === '' ? 'postmaster' : !alone && secrets.administrator === '' ? 'administrator' : undefined;

  const create = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await setUp(code, wanted());
      setUpCode.forget();
      const { language, time_zone } = preferences.current();
      await changePreferences({ language, time_zone }).catch(() => undefined);
      client.clear();
      await navigate('/setup?step=7', { replace: true });
      onDone();
    } catch (failed) {
      setProblem(failed);
      setBusy(false);
    }
  };

  function wanted(): Schemas['SetUp'] {
    const postmaster = { address: draft.postmaster_address ?? '', password: secrets.postmaster };
    return {
      organisation: draft.organisation ?? '',
      domains: draft.domains ?? [],
      postmaster,
      archive_administrator: alone ? postmaster : { address: draft.archive_administrator_address ?? '', password: secrets.administrator },
      second_factor: factor,
      retention_years: draft.retention_years ?? 5,
    };
  }

  const rows: [StepName, string][] = [
    ['organisation', `${draft.organisation ?? ''} · ${(draft.domains ?? []).join(', ')}`],
    ['postmaster', draft.postmaster_address ?? ''],
    ['administrator', alone ? t('review.alone', { address: draft.postmaster_address }) : (draft.archive_administrator_address ?? '')],
    ['retention', t('retention.years', { count: draft.retention_years ?? 5 })],
  ];
  return (
    <>
      <h2>{t('step.review')}</h2>
      <p className="step-intro">{t('review.intro')}</p>
      {problem !== undefined && <ReviewProblem problem={problem} />}
      {missing !== undefined && (
        <Note kind="warning" title={t('review.password_gone')} action={<Button size="small" onClick={() => onStep(numberOf(missing))}>{t('review.password_again')}</Button>}>
          {t('review.password_why')}
        </Note>
      )}
      <dl className="review">
        <div>
          <dt>{t('factor.label')}</dt>
          <dd>{t(`factor.${factor}`)}</dd>
          <dd><Link to={`?step=${numberOf('administrator')}`} aria-label={`${t('review.change')}: ${t('factor.label')}`}>{t('review.change')}</Link></dd>
        </div>
        {rows.map(([step, value]) => (
          <div key={step}>
            <dt>{t(`step.${step}`)}</dt>
            <dd>{value}</dd>
            <dd><Link to={`?step=${numberOf(step)}`} aria-label={`${t('review.change')}: ${t(`step.${step}`)}`}>{t('review.change')}</Link></dd>
          </div>
        ))}
      </dl>
      <p>{t('review.off')}</p>
      <div className="step-buttons">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="primary" loading={busy} disabled={missing !== undefined} onClick={create}>{t('review.create')}</Button>
      </div>
    </>
  );
}

function ReviewProblem({ problem }: { problem: unknown }) {
  const faults = problem instanceof ProblemError ? problem.errors : [];
  return faults.length === 0 ? <ProblemNote problem={problem} /> : (
    <Note kind="error" title={(problem as ProblemError).detail}>
      <ul>{faults.map((fault) => <li key={fault.pointer}>{fault.detail ?? fault.pointer}</li>)}</ul>
    </Note>
  );
}
