/** A prepared search for mail that came in during the last days. */
export function exampleUrl(query: string, days: number): string {
  return `/search?${new URLSearchParams({ q: query, date: `last${days}d`, by: 'archived' })}`;
}
