import { expect, it } from 'vitest';
import { addressesIn } from './addresses';

it('takes addresses of lines, of lists and of tables', () => {
  expect(addressesIn('ada@example.org\n\n bob@example.org ; eve@example.org\r\n')).toEqual(['ada@example.org', 'bob@example.org', 'eve@example.org']);
  expect(addressesIn('name,address\n"Ada","ada@example.org"\nBob,Bob <bob@example.org>')).toEqual(['ada@example.org', 'Bob <bob@example.org>']);
});

it('keeps a line without an address, so that it is told', () => {
  expect(addressesIn('ada@example.org\nnobody')).toEqual(['ada@example.org', 'nobody']);
});
