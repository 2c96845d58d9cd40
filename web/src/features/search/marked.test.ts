// @vitest-environment jsdom
// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isComposing } from './composing';
import { pieces } from './marked';

const told = (text: string, spans: [number, number][]) =>
  pieces(text, spans).map((piece) => (piece.marked ? `<${piece.text}>` : piece.text)).join('');

describe('pieces', () => {
  it.each<[string, [number, number][], string]>([
    ['关于框架合同', [[4, 6]], '关于框架<合同>'],
    ['offer', [[0, 5]], '<offer>'],
    ['offer', [], 'offer'],
    ['', [[0, 3]], ''],
    ['abcdef', [[3, 5], [0, 2]], '<ab>c<de>f'],
    ['abcdef', [[0, 3], [2, 5]], '<abcde>f'],
    ['abc', [[1, 99], [50, 60]], 'a<bc>'],
    ['abc', [[2, 1]], 'abc'],
  ])('marks %s at %o', (text, spans, expected) => expect(told(text, spans)).toBe(expected));
});

describe('isComposing', () => {
  it('knows the key that takes a candidate, in every browser', () => {
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(true);
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }))).toBe(true);
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }))).toBe(false);
  });
});
