import type { Evidence } from './requests/evidence';

/**
 * Whether leaf and path lead to the root that the checkpoint names (RFC 9162 section 2.1.3.2). The signature of the checkpoint is
 * not looked at: its key must come from elsewhere than the archive.
 */
export async function leadsToRoot(evidence: Evidence): Promise<boolean> {
  const [, size, root] = evidence.checkpoint.split('\n');
  const reached = await rootOf(evidence.leaf_index, evidence.tree_size, bytesOf(evidence.leaf_hash), evidence.path.map(bytesOf));
  return reached !== undefined && hexOf(reached) === evidence.root_hash.toLowerCase()
    && size === String(evidence.tree_size) && root === btoa(String.fromCharCode(...reached));
}

/** Whether this browser can compute digests; it does so only for pages that came safely. */
export function canProve(): boolean {
  return window.isSecureContext;
}

async function rootOf(index: number, size: number, leaf: Uint8Array, path: readonly Uint8Array[]): Promise<Uint8Array | undefined> {
  let [at, last, hash] = [index, size - 1, leaf];
  if (at > last) {
    return undefined;
  }
  for (const sibling of path) {
    if (last === 0) {
      return undefined;
    }
    if (at % 2 === 1 || at === last) {
      hash = await node(sibling, hash);
      while (at % 2 === 0 && at !== 0) {
        [at, last] = [half(at), half(last)];
      }
    } else {
      hash = await node(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? hash : undefined;
}

function half(number: number): number {
  return Math.floor(number / 2);
}

async function node(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.of(1, ...left, ...right)));
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
