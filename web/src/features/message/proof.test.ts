import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leadsToRoot } from './proof';
import type { Evidence } from './requests/evidence';

const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (index: number) => sha(Buffer.of(0), Buffer.from(`leaf ${index}`));

/** The tree as RFC 9162 defines it, by recursion. */
function root(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) {
    return leaves[0]!;
  }
  const k = split(leaves.length);
  return sha(Buffer.of(1), root(leaves.slice(0, k)), root(leaves.slice(k)));
}

function path(index: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length === 1) {
    return [];
  }
  const k = split(leaves.length);
  return index < k
    ? [...path(index, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(index - k, leaves.slice(k)), root(leaves.slice(0, k))];
}

function split(size: number): number {
  let k = 1;
  while (k * 2 < size) {
    k *= 2;
  }
  return k;
}

function evidence(index: number, size: number): Evidence {
  const leaves = Array.from({ length: size }, (_, at) => leaf(at));
  const top = root(leaves);
  return {
    id: 'msg_a-1', sha256: '', covered: true, leaf_index: index, leaf_hash: leaf(index).toString('hex'), tree_size: size,
    root_hash: top.toString('hex'), path: path(index, leaves).map((hash) => hash.toString('hex')),
    checkpoint: `muniment/0/a\n${size}\n${top.toString('base64')}\n\n— signature\n`,
  };
}

describe('leadsToRoot', () => {
  it('believes every true proof in trees of 1 to 17 leaves', async () => {
    for (let size = 1; size <= 17; size++) {
      for (let index = 0; index < size; index++) {
        expect([size, index, await leadsToRoot(evidence(index, size))]).toEqual([size, index, true]);
      }
    }
  });

  it('believes none in which something was changed', async () => {
    const good = evidence(5, 13);
    const other = leaf(99).toString('hex');
    const bad: Evidence[] = [
      { ...good, leaf_index: 4 },
      { ...good, leaf_index: 13 },
      { ...good, leaf_hash: other },
      { ...good, root_hash: other },
      { ...good, path: good.path.slice(1) },
      { ...good, path: [...good.path, other] },
      { ...good, path: good.path.with(2, other) },
      { ...good, tree_size: 12 },
      { ...good, checkpoint: evidence(5, 14).checkpoint },
    ];
    for (const changed of bad) {
      expect(await leadsToRoot(changed)).toBe(false);
    }
  });
});
