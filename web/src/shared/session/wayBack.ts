const KEY = 'muniment.way-back';

/** Keeps the page that somebody wants while she is at her identity provider: in this tab, and nowhere that anybody else reads. */
export function keepWayBack(to: string): void {
  sessionStorage.setItem(KEY, to);
}

/** The page that was kept, once; it is to be read with `inside`, as everything that a browser keeps. */
export function takeWayBack(): string | null {
  const to = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return to;
}
