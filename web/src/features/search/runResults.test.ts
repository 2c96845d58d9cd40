// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '@/shared/api/schema';
import { RunResults } from './runResults';

const TOTAL = 5_000;
let paths: string[];
let failing: boolean;

function hits(from: number, count: number): Schemas['Hit'][] {
  return Array.from({ length: Math.min(count, TOTAL - from) }, (_, at) => ({
    id: `msg_a-${from + at}`, sent: '', archived: '', size: 1, subject: '', from: [], to: [], recipient_count: 0, attachments: 0,
  }));
}

function page(from: number, limit: number): Schemas['SearchRun'] {
  const data = hits(from, limit);
  const next = from + data.length < TOTAL ? `behind ${from + data.length}` : null;
  return {
    id: 'srch_a-1', canonical: '', total: { value: TOTAL, relation: 'eq' }, as_of: '', index_position: 1, notes: [],
    data, next_cursor: next, audit_entry: 'log_a-1',
  };
}

beforeEach(() => {
  paths = [];
  failing = false;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    paths.push(path);
    if (failing) {
      return Promise.reject(new TypeError('no network'));
    }
    if (path.endsWith('/snippets')) {
      const { ids } = JSON.parse(init.body as string) as { ids: string[] };
      return Promise.resolve(new Response(JSON.stringify({ data: ids.map((id) => ({ id, subject: [], part: 'body', text: id, spans: [] })) })));
    }
    const params = new URL(path, 'http://x').searchParams;
    return Promise.resolve(new Response(JSON.stringify(page(Number(params.get('cursor')?.slice(7)), Number(params.get('limit'))))));
  });
});

describe('RunResults', () => {
  it('has its first rows without asking, and asks for others once', async () => {
    const results = new RunResults(page(0, 50));
    await results.want(0, 30);
    expect(paths).toEqual([]);
    await Promise.all([results.want(40, 70), results.want(41, 71)]);
    await results.want(60, 90);
    expect(paths).toEqual(['/api/v1/searches/srch_a-1/results?limit=100&cursor=behind+50']);
    expect(results.row(149)?.id).toBe('msg_a-149');
  });

  it('reads on to rows far down, and stops when told to', async () => {
    const results = new RunResults(page(0, 50));
    const reading = results.want(4_000, 4_020);
    const last = results.halt();
    await reading;
    expect(last).toBe(49);
    expect(paths).toHaveLength(1);
    await results.want(4_000, 4_020);
    expect(results.row(4_019)?.id).toBe('msg_a-4019');
  });

  it('keeps what it has when the network goes, and goes on where it was', async () => {
    const results = new RunResults(page(0, 50));
    failing = true;
    await results.want(60, 80);
    expect(results.problem).toMatchObject({ code: 'offline' });
    expect(results.row(10)).toBeDefined();
    failing = false;
    await results.again();
    expect([results.problem, results.row(70)?.id]).toEqual([undefined, 'msg_a-70']);
  });

  it('asks for the snippets of a row once, and again only if it got none', async () => {
    const results = new RunResults(page(0, 50));
    failing = true;
    await results.wantSnippets(0, 3);
    failing = false;
    await results.wantSnippets(0, 3);
    await results.wantSnippets(0, 3);
    expect(paths).toHaveLength(2);
    expect(results.snippet('msg_a-2')?.text).toBe('msg_a-2');
  });
});
