import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CodeForm } from './CodeForm';
import { setUpCode } from './code';
import type { Draft } from './getDraft';
import { StepList } from './StepList';
import { type Secrets, useSetUpState } from './state';
import { numberOf, type StepName, stepAt } from './stepNames';
import { AdministratorStep } from './steps/AdministratorStep';
import { LanguageStep } from './steps/LanguageStep';
import { OrganisationStep } from './steps/OrganisationStep';
import { PostmasterStep } from './steps/PostmasterStep';
import { RetentionStep } from './steps/RetentionStep';
import { ReviewStep } from './steps/ReviewStep';

/** The code, then the steps. */
export function Wizard({ onDone }: { onDone: () => void }) {
  const [opened, setOpened] = useState<{ code: string; draft: Draft }>();
  const open = (code: string, draft: Draft) => {
    setUpCode.keep(code);
    setOpened({ code, draft });
  };
  return opened === undefined ? <CodeForm onOpened={open} /> : <Steps {...opened} onDone={onDone} />;
}

function Steps({ code, draft: begun, onDone }: { code: string; draft: Draft; onDone: () => void }) {
  const { draft, secrets, keep } = useSetUpState(code, begun);
  const [params, setParams] = useSearchParams();
  const reached = draft.step ?? 1;
  const step = stepAt(params.get('step'), reached);
  const number = numberOf(step);
  const go = (to: number) => setParams({ step: String(to) });

  /** Keeps what a step gave, on the server too, and goes on. */
  const next = async (given: Draft, secret?: Partial<Secrets>) => {
    await keep({ ...given, step: Math.max(reached, number + 1) }, secret);
    go(number + 1);
  };
  const shared = { code, draft, secrets, onNext: next, onBack: number === 1 ? undefined : () => go(number - 1) };
  return (
    <>
      <StepList current={step} reached={reached} />
      <section className="step" aria-live="off" key={step}>{panel(step)}</section>
    </>
  );

  function panel(name: StepName) {
    switch (name) {
      case 'language': return <LanguageStep {...shared} />;
      case 'organisation': return <OrganisationStep {...shared} />;
      case 'postmaster': return <PostmasterStep {...shared} />;
      case 'administrator': return <AdministratorStep {...shared} />;
      case 'retention': return <RetentionStep {...shared} />;
      default: return <ReviewStep {...shared} onStep={go} onDone={onDone} />;
    }
  }
}
