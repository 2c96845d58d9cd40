import { describe, expect, it } from 'vitest';
import { type Criteria, criteriaKey, criteriaUrl, readCriteria, readQuery, timeRange } from './criteria';

const base: Criteria = { query: '', range: { kind: 'last', days: 30 }, zone: 'Asia/Shanghai', by: 'sent' };
const queries = ['', 'from:@supplier.cn subject,body:(合同 OR contract)', 'a+b&c=d#e%20"f g"', '（合同）：“x”', '  blanks  ', '甲'.repeat(9_000)];

describe('criteria in the URL', () => {
  it.each(queries)('come back as they were: %s', (query) => {
    for (const range of [base.range, { kind: 'all' }, { kind: 'days', from: '2026-01-01', to: '2026-03-31' }] as const) {
      for (const by of ['sent', 'archived'] as const) {
        const criteria: Criteria = { query, range, by, zone: 'America/Argentina/Buenos_Aires' };
        expect(readCriteria(criteriaUrl(criteria), 'UTC')).toEqual(criteria);
      }
    }
  });

  it('are legible', () => {
    const url = criteriaUrl({ ...base, query: 'from:@supplier.cn', range: { kind: 'days', from: '2026-01-01', to: '2026-03-31' } });
    expect(url).toEqual({ search: '?q=from:@supplier.cn&date=2026-01-01..2026-03-31&tz=Asia/Shanghai&by=sent', hash: '' });
  });

  it('put a long query where no server has to take it', () => {
    const url = criteriaUrl({ ...base, query: '甲'.repeat(9_000) });
    expect(url.search.length).toBeLessThan(100);
    expect(url.hash).toContain('q=');
  });

  it('are none without a time range, but the query is kept', () => {
    const location = { search: '?q=offer', hash: '' };
    expect(readCriteria(location, 'UTC')).toBeUndefined();
    expect(readQuery(location)).toBe('offer');
  });

  it('take the zone of the reader if they name none', () =>
    expect(readCriteria({ search: '?date=all', hash: '' }, 'Europe/Berlin')?.zone).toBe('Europe/Berlin'));
});

describe('timeRange', () => {
  it('counts days in the zone of the search', () => {
    const now = new Date('2026-03-01T20:00:00Z');
    expect(timeRange({ ...base, range: { kind: 'named', name: 'today' } }, now))
      .toEqual({ from: '2026-03-02', to: '2026-03-02', tz: 'Asia/Shanghai', field: 'sent' });
    expect(timeRange({ ...base, zone: 'UTC' }, now)).toMatchObject({ from: '2026-01-31', to: '2026-03-01' });
  });

  it('says all time in so many words', () =>
    expect(timeRange({ ...base, range: { kind: 'all' } }, new Date())).toEqual({ all: true, tz: 'Asia/Shanghai', field: 'sent' }));

  it('makes another search of the same words on another day', () => {
    const [monday, tuesday] = [new Date('2026-03-02T12:00:00Z'), new Date('2026-03-03T12:00:00Z')];
    expect(criteriaKey(base, monday)).not.toBe(criteriaKey(base, tuesday));
    expect(criteriaKey(base, monday)).toBe(criteriaKey({ ...base, query: ' ' }, monday));
  });
});
