import type { Schemas } from './schema';

export type Problem = Schemas['Problem'];
export type ProblemCode = Problem['code'] | 'offline';
export type Fault = Schemas['Fault'];

/** An answer that is no success, in the words of the server (RFC 9457). */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  /** Of the fault in a query, in characters from 0. */
  readonly position: number | undefined;
  readonly errors: readonly Fault[];
  readonly traceId: string | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(problem: Omit<Partial<Problem>, 'code'> & { code: ProblemCode; retryAfter?: number | undefined }) {
    super(problem.title ?? problem.code);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? '';
    this.status = problem.status ?? 0;
    this.position = problem.position;
    this.errors = problem.errors ?? [];
    this.traceId = problem.trace_id;
    this.retryAfter = problem.retryAfter;
  }

  /** What is wrong with the field that the pointer names, if anything. */
  at(pointer: string): Fault | undefined {
    return this.errors.find((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));
  }
}

/** The problem in an unsuccessful answer; also when something between us and the server gave it. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const said = await body(response);
  return new ProblemError({
    ...said,
    code: said.code ?? 'unavailable',
    status: response.status,
    detail: said.detail ?? `HTTP ${response.status} ${response.statusText}`,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
  });
}

async function body(response: Response): Promise<Partial<Problem>> {
  if (!(response.headers.get('Content-Type') ?? '').startsWith('application/problem+json')) {
    return {};
  }
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}
