import { describe, expect, it } from 'vitest';
import { fieldsOf, hopsOf } from './headerFields';

const SECTION = [
  'Received: from mx.example.org (mx.example.org [192.0.2.9])',
  '\tby archive.example.org with ESMTPS id 42',
  '\tfor <paula@example.org>; Mon, 2 Mar 2026 09:04:31 +0000 (UTC)',
  'Received: by mx.example.org (Postfix, from userid 1000); Mon, 2 Mar 2026 17:04:11 +0800 (CST)',
  'Received: from laptop (from-nowhere.example) by smtp.example.net with HTTP; sometime',
  'Subject: two',
  '  lines',
  'not a field',
  'X-Empty:',
].join('\r\n');

describe('fieldsOf', () => {
  it('unfolds fields and leaves out what is none', () => {
    const fields = fieldsOf(SECTION);
    expect(fields.map(({ name }) => name)).toEqual(['Received', 'Received', 'Received', 'Subject', 'X-Empty']);
    expect(fields[3]?.value).toBe('two lines');
  });
});

describe('hopsOf', () => {
  it('tells the way from the sender on, with delays', () => {
    const [first, second, third, ...none] = hopsOf(fieldsOf(SECTION));
    expect(none).toEqual([]);
    expect(first).toEqual({ from: 'laptop (from-nowhere.example)', by: 'smtp.example.net', with: 'HTTP', at: undefined, delay: undefined });
    expect(second).toMatchObject({ from: undefined, by: 'mx.example.org (Postfix, from userid 1000)', delay: undefined });
    expect(third).toEqual({
      from: 'mx.example.org (mx.example.org [192.0.2.9])', by: 'archive.example.org', with: 'ESMTPS',
      at: Date.UTC(2026, 2, 2, 9, 4, 31), delay: 20_000,
    });
  });

  it('shows clocks that disagree', () => {
    const section = 'Received: by b; Mon, 2 Mar 2026 09:00:00 +0000\nReceived: by a; Mon, 2 Mar 2026 09:00:05 +0000';
    expect(hopsOf(fieldsOf(section))[1]?.delay).toBe(-5_000);
  });

  it('is not held up by a field made to hold it up', () => {
    const started = performance.now();
    hopsOf(fieldsOf(`Received: ${'from ( '.repeat(20_000)}`));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
