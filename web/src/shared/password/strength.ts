/** Shortest password the server takes. */
export const SHORTEST = 12;
const FEWEST_DIFFERENT = 5;

export type Strength = 'short' | 'same' | 'address' | 'fair' | 'good' | 'strong';

/**
 * How strong a password is, by its length: a sentence beats a short puzzle, and rules about kinds of characters only make
 * people write them down. The first three are refused by the server too.
 */
export function strengthOf(password: string, address = ''): Strength {
  const characters = Array.from(password);
  if (characters.length < SHORTEST) {
    return 'short';
  }
  if (new Set(characters).size < FEWEST_DIFFERENT) {
    return 'same';
  }
  if (password.toLowerCase() === address.toLowerCase()) {
    return 'address';
  }
  return characters.length < 16 ? 'fair' : characters.length < 24 ? 'good' : 'strong';
}

export function isTaken(strength: Strength): boolean {
  return strength === 'fair' || strength === 'good' || strength === 'strong';
}
