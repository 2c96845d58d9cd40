/**
 * Whether a key press belongs to an input method. The Enter that takes a candidate must never run a search; Safari ends the
 * composition before it sends that key, and marks it with 229 only.
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
