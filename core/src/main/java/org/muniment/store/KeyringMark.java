package org.muniment.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/**
 * The generation of the keyring that a store last wrote, kept beside its volumes. A keyring that says less was put back
 * from an older copy: it opens today's mail, but only the frames know which of its spare keys are taken.
 */
final class KeyringMark {
    private KeyringMark() {}

    /** The generation last written; 0 if that is not known. */
    static long read(StoreSettings settings) throws IOException {
        try {
            byte[] text = settings.disk().read(settings.folder().resolve("keyring.generation"));
            return Long.parseLong(new String(text, StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException e) {
            return 0;
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // damaged: the frames are asked
        }
    }

    /** Saves the keyring if it has changed, and then the mark, so that the mark is never ahead. */
    static void save(StoreSettings settings, Keyring keyring) throws IOException {
        if (keyring.save()) {
            byte[] text = (keyring.generation() + "\n").getBytes(StandardCharsets.US_ASCII);
            settings.disk().writeAtomically(settings.folder().resolve("keyring.generation"), text);
        }
    }
}
