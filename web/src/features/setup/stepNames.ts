/** The steps of the set-up in their order; the number in the URL is the place here, from 1. */
export const steps = ['language', 'organisation', 'postmaster', 'administrator', 'retention', 'review', 'source'] as const;

export type StepName = (typeof steps)[number];

export function numberOf(step: StepName): number {
  return steps.indexOf(step) + 1;
}

/** The step the URL asks for, if one may go there already. */
export function stepAt(asked: string | null, reached: number): StepName {
  const number = Number(asked);
  const last = numberOf('review');
  const allowed = Number.isInteger(number) && number >= 1 ? Math.min(number, reached, last) : Math.min(reached, last);
  return steps[allowed - 1] ?? 'language';
}
