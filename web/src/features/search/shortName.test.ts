import { expect, it } from 'vitest';
import { shortName } from './shortName';

it.each([
  ['张伟 <zhangwei@example.cn>', '张伟'],
  ['"Brandt, Paula" <paula@example.org>', 'Brandt, Paula'],
  ['paula@example.org', 'paula@example.org'],
  ['<paula@example.org>', '<paula@example.org>'],
  ['Undisclosed recipients', 'Undisclosed recipients'],
  ['', ''],
])('shortens %s', (mailbox, name) => expect(shortName(mailbox)).toBe(name));
