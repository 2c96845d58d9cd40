import { describe, expect, it } from 'vitest';
import { readShown, withShown } from './searchUrl';

const SEARCH = '?q=from:a@b.c&date=all&tz=UTC&by=sent';

describe('what is on the screen', () => {
  it('is added to the search and leaves it alone', () => {
    const url = withShown(SEARCH, { m: 'msg_a-1', view: 'bottom', tab: 'source' });
    expect(url).toBe(`${SEARCH}&m=msg_a-1&view=bottom&tab=source`);
    expect(readShown(url)).toEqual({ message: 'msg_a-1', view: 'bottom', tab: 'source' });
  });

  it('changes and goes', () => {
    const url = withShown(withShown(SEARCH, { m: 'msg_a-1', tab: 'source' }), { m: 'msg_a-2', tab: null });
    expect(url).toBe(`${SEARCH}&m=msg_a-2`);
    expect(withShown(url, { m: null })).toBe(SEARCH);
    expect(withShown('?m=msg_a-2', { m: null })).toBe('');
  });

  it('takes no view that there is not', () => expect(readShown('?view=sideways').view).toBeUndefined());
});
