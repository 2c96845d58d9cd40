import type { Kind } from './requests/imports';

/** The kinds of changes in the order in which they are shown. */
export const kinds: readonly Kind[] = ['new', 'left', 'back', 'disabled', 'enabled', 'moved', 'readdressed', 'renamed', 'taken_over', 'department'];
