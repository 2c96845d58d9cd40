const KEY = 'muniment.setup-code';

/** The set-up code, kept for this tab only and only until the set-up is done. */
export const setUpCode = {
  get: (): string | null => sessionStorage.getItem(KEY),
  keep: (code: string) => sessionStorage.setItem(KEY, code),
  forget: () => sessionStorage.removeItem(KEY),
};

/** The header that every call of the set-up carries. */
export function withCode(code: string): Record<string, string> {
  return { 'Setup-Code': code };
}
