/**
 * In place of what the dialogs' library does to keep the page behind a dialog from scrolling: it writes a style sheet without
 * the nonce, which our policy refuses. Nothing is lost, as the page itself never scrolls here, only its content does.
 */
export default function useScrollLocker(): void {
  return undefined;
}
