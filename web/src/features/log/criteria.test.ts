import { describe, expect, it } from 'vitest';
import { apiParams, criteriaUrl, daysOf, NOTHING, PRESETS, readCriteria } from './criteria';
import words from './en.json';

describe('the criteria of the log', () => {
  it('come back out of the URL they went into', () => {
    const criteria = { ...NOTHING, admin: ['a@x.cn', 'os:root'], date: '2026-01-01..2026-03-31', keywords: '合同 & co', types: ['message.*', 'auth.failed'], result: 'denied' as const, reasoned: true, ip: '::1' };
    expect(readCriteria(criteriaUrl(criteria))).toEqual(criteria);
    expect(criteriaUrl(NOTHING)).toBe('');
    expect(readCriteria('')).toEqual(NOTHING);
  });

  it('do not take what is no range and no result', () => {
    expect(readCriteria('?date=nonsense&result=maybe')).toEqual(NOTHING);
    expect(readCriteria('?date=2026-05-01..2026-01-01').date).toBe('last30d');
    expect(readCriteria('?date=all').date).toBe('all');
  });

  it('of the presets name groups that the console has a name for', () => {
    for (const { types } of Object.values(PRESETS)) {
      expect(Object.keys(words.group)).toEqual(expect.arrayContaining(types.map((type) => type.replace('.*', ''))));
    }
  });

  it('are days of the zone for the API', () => {
    expect(daysOf('last7d', '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
    expect(daysOf('all', '2026-03-02')).toBeUndefined();
    expect(apiParams({ ...NOTHING, date: 'last1d', types: ['auth.*'], reasoned: true }, '2026-03-02', 'Asia/Shanghai'))
      .toBe('from=2026-03-02&to=2026-03-02&tz=Asia%2FShanghai&type=auth.*&has_reason=true');
  });
});
