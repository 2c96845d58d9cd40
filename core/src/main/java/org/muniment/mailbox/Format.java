package org.muniment.mailbox;

/** What the files are said to be. Archives (zip, tar, gzip, zstd) are opened whatever is said. */
public enum Format {
    /** Told by content, then by name. */
    AUTO,
    /** Every file is one mail, taken as it is. */
    EML,
    /** Every file is an mbox; its escapes are told by content. */
    MBOX,
    /** Every file is an mbox where only {@code >From } was escaped. */
    MBOXO,
    /** Every file is an mbox where any number of {@code >} before {@code From } was escaped by one more. */
    MBOXRD,
    /** Every file is one mail, taken as it is; {@code tmp} folders are passed over. */
    MAILDIR;

    boolean mbox() {
        return this == MBOX || this == MBOXO || this == MBOXRD;
    }

    boolean whole() {
        return this == EML || this == MAILDIR;
    }
}
