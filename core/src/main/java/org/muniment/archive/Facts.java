package org.muniment.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Meta.Tag;

/**
 * What a source knows of a mail's fate besides its envelope. What it does not know it leaves out, and then nothing is
 * held against the mail. They are kept with the mail, so that a decision can be followed later.
 *
 * @param beforeDelivery whether the copy was taken before the mail reached a mailbox, so that no user and no user's rule
 *     could have deleted it
 * @param withdrawn whether the whole mail was refused after the copy was taken
 * @param rejected recipients of the envelope that were accepted first and refused later
 * @param failed recipients to whom it could not be delivered
 * @param delivered recipients to whom it was delivered for certain
 * @param transaction what the submission server calls the transaction, such as a queue id; {@code null} if not known
 */
public record Facts(
        boolean beforeDelivery,
        boolean withdrawn,
        Set<String> rejected,
        Set<String> failed,
        Set<String> delivered,
        @Nullable String transaction) {
    /** The longest name of a transaction. */
    public static final int LONGEST_TRANSACTION = 200;

    /** Nothing is known. */
    public static final Facts NONE = new Facts(false, false, Set.of(), Set.of(), Set.of(), null);

    /**
     * Takes addresses in any case.
     *
     * @throws IllegalArgumentException if the name of the transaction is too long
     */
    public Facts {
        rejected = lowerCase(rejected);
        failed = lowerCase(failed);
        delivered = lowerCase(delivered);
        if (transaction != null && transaction.length() > LONGEST_TRANSACTION) {
            throw new IllegalArgumentException(
                    "a transaction's name has at most " + LONGEST_TRANSACTION + " characters");
        }
    }

    private static Set<String> lowerCase(Set<String> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        Set<String> lowerCase = new HashSet<>();
        addresses.forEach(address -> lowerCase.add(address.toLowerCase(Locale.ROOT)));
        return Set.copyOf(lowerCase);
    }

    /** Whether some recipient may have gone without. */
    boolean tellOfFailure() {
        return withdrawn || !rejected.isEmpty() || !failed.isEmpty();
    }

    /** Whether a recipient got the mail, as far as is known: doubt counts for the mail. */
    boolean served(String recipient) {
        String address = recipient.toLowerCase(Locale.ROOT);
        return delivered.contains(address) || !(withdrawn || rejected.contains(address) || failed.contains(address));
    }

    /** Adds the fields, which stand behind all others of a copy. */
    void encode(Meta meta) {
        if (beforeDelivery) {
            meta.number(Tag.BEFORE_DELIVERY, 1);
        }
        encode(meta, Tag.REJECTED, rejected);
        encode(meta, Tag.FAILED, failed);
        encode(meta, Tag.DELIVERED, delivered);
        if (withdrawn) {
            meta.number(Tag.WITHDRAWN, 1);
        }
        meta.text(Tag.TRANSACTION, transaction);
    }

    /** In order, so that equal facts have equal bytes. */
    private static void encode(Meta meta, Tag tag, Set<String> addresses) {
        addresses.stream().sorted().forEach(address -> meta.text(tag, address));
    }

    static Facts decode(Meta meta) {
        Facts facts = new Facts(
                meta.number(Tag.BEFORE_DELIVERY) == 1,
                meta.number(Tag.WITHDRAWN) == 1,
                setOf(meta.texts(Tag.REJECTED)),
                setOf(meta.texts(Tag.FAILED)),
                setOf(meta.texts(Tag.DELIVERED)),
                meta.text(Tag.TRANSACTION));
        return facts.equals(NONE) ? NONE : facts;
    }

    private static Set<String> setOf(List<String> addresses) {
        return new HashSet<>(addresses);
    }
}
