package org.muniment.mailbox;

/**
 * Names of the entries of one archive as positions: unlike each other even where an archive has a name twice, and
 * without the characters that positions are composed with. Of each name it keeps eight bytes.
 */
final class EntryNames {
    /** What is kept of a name, characters. */
    private static final int LONGEST = 500;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Hashes of the names seen, open addressing; 0 is free. */
    private long[] seen = new long[1 << 8];

    private int count;

    /** The position of the next entry. A name that may have been seen, or is cut, gets the entry's number behind it. */
    String position(String name) {
        if (count * 2 >= seen.length) {
            grow();
        }
        count++;
        boolean known = !add(seen, hash(name));
        boolean tooLong = name.length() > LONGEST;
        String start = escaped(tooLong ? name.substring(0, LONGEST) : name);
        return known || tooLong ? start + "#" + count : start;
    }

    private static boolean add(long[] table, long hash) {
        int at = slot(table, hash);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = hash;
        return true;
    }

    private static int slot(long[] table, long hash) {
        return (int) (hash ^ (hash >>> 32)) & (table.length - 1);
    }

    private void grow() {
        long[] larger = new long[seen.length * 2];
        for (long hash : seen) {
            if (hash != 0) {
                add(larger, hash);
            }
        }
        seen = larger;
    }

    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }

    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '%' || c == '!' || c == '@' || c == '#') {
                escaped.append('%').append(Integer.toHexString(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
