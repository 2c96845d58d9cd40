import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatTime, offset } from './time';

describe('a moment', () => {
  const at = '2026-03-02T09:04:11Z';

  it('is written with the offset of the zone', () => {
    expect(formatInstant(at, 'Asia/Shanghai')).toBe('2026-03-02 17:04:11 +08:00');
    expect(formatInstant(at, 'UTC')).toBe('2026-03-02 09:04:11 +00:00');
  });

  it('has the offset of its own day, in summer as in winter', () => {
    expect(offset('2026-01-15T12:00:00Z', 'Europe/Berlin')).toBe('+01:00');
    expect(offset('2026-07-15T12:00:00Z', 'Europe/Berlin')).toBe('+02:00');
    expect(offset(at, 'Asia/Kolkata')).toBe('+05:30');
  });

  it('belongs to the day of the zone', () => {
    expect(formatDay('2026-03-01T23:30:00Z', 'Asia/Shanghai')).toBe('2026-03-02');
    expect(formatDay('2026-03-02T03:30:00Z', 'America/New_York')).toBe('2026-03-01');
  });

  it('at midnight is hour 00', () => {
    expect(formatTime('2026-03-01T16:00:00Z', 'Asia/Shanghai')).toBe('2026-03-02 00:00');
  });
});
