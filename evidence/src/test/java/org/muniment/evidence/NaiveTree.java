package org.muniment.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The recursive definitions of RFC 9162 section 2.1 word for word: slow, and plain enough to be believed. */
final class NaiveTree {
    private final List<byte[]> leafHashes;

    NaiveTree(List<byte[]> leafHashes) {
        this.leafHashes = leafHashes;
    }

    /** Leaf hashes that tests share: of the decimal numbers from 0 on. */
    static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(sha256(new byte[] {0}, Integer.toString(i).getBytes(StandardCharsets.US_ASCII)));
        }
        return leaves;
    }

    byte[] root(int size) {
        return size == 0 ? sha256() : hash(leafHashes.subList(0, size));
    }

    List<byte[]> inclusion(int index, int size) {
        return path(index, leafHashes.subList(0, size));
    }

    List<byte[]> consistency(int from, int to) {
        return subproof(from, leafHashes.subList(0, to), true);
    }

    private static List<byte[]> path(int index, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(d.size() - 1);
        List<byte[]> left = d.subList(0, k);
        List<byte[]> right = d.subList(k, d.size());
        return index < k ? plus(path(index, left), hash(right)) : plus(path(index - k, right), hash(left));
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean known) {
        if (m == d.size()) {
            return known ? List.of() : List.of(hash(d));
        }
        int k = Integer.highestOneBit(d.size() - 1);
        List<byte[]> left = d.subList(0, k);
        List<byte[]> right = d.subList(k, d.size());
        return m <= k ? plus(subproof(m, left, known), hash(right)) : plus(subproof(m - k, right, false), hash(left));
    }

    private static byte[] hash(List<byte[]> d) {
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = Integer.highestOneBit(d.size() - 1);
        return sha256(new byte[] {1}, hash(d.subList(0, k)), hash(d.subList(k, d.size())));
    }

    private static List<byte[]> plus(List<byte[]> hashes, byte[] last) {
        List<byte[]> longer = new ArrayList<>(hashes);
        longer.add(last);
        return longer;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
