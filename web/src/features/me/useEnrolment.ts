import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '@/shared/api/schema';
import { secondFactorQuery } from '@/shared/session/secondFactor';
import { useAttempt } from '@/shared/session/useAttempt';
import { beginTotp, newRecoveryCodes } from './requests/factors';

/** Where somebody stands who adds a factor. */
export type Stage =
  | { kind: 'choice' }
  | { kind: 'totp'; secret: Schemas['TotpSecret'] }
  | { kind: 'passkey' }
  | { kind: 'codes'; codes: readonly string[] };

/** Adding a second factor, from the choice to the recovery codes that come with the first one. */
export function useEnrolment(onDone: () => void) {
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ kind: 'choice' });
  const { attempt, busy, problem } = useAttempt();

  const chooseTotp = async () => {
    const secret = await attempt(beginTotp);
    if (secret !== undefined) {
      setStage({ kind: 'totp', secret });
    }
  };
  const renewCodes = async () => {
    const codes = await attempt(newRecoveryCodes);
    if (codes !== undefined) {
      await client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
      setStage({ kind: 'codes', codes });
    }
  };
  const enrolled = ({ second_factor: factors, recovery_codes: codes }: Schemas['Enrolled']) => {
    client.setQueryData(secondFactorQuery.queryKey, factors);
    if (codes === null) {
      done();
    } else {
      setStage({ kind: 'codes', codes });
    }
  };
  const done = () => {
    setStage({ kind: 'choice' });
    onDone();
  };
  const cancel = () => setStage({ kind: 'choice' });
  return { stage, busy, problem, chooseTotp, choosePasskey: () => setStage({ kind: 'passkey' }), renewCodes, enrolled, done, cancel };
}
