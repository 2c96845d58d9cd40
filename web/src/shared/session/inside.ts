/** The page to go to after signing in: only ever one of this console, whoever prepared the link. */
export function inside(to: string | null): string {
  if (to?.startsWith('/') !== true) {
    return '/';
  }
  try {
    const target = new URL(to, location.origin);
    return target.origin === location.origin ? target.pathname + target.search + target.hash : '/';
  } catch {
    return '/';
  }
}
