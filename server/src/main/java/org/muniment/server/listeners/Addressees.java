package org.muniment.server.listeners;

import java.util.Optional;
import org.muniment.archive.Archive;

/** The archives that mail can be delivered to. Thread-safe; what it answers may change between two questions. */
public interface Addressees {

    /**
     * An organisation that mail can be delivered to.
     *
     * @param organisation its id
     * @param takes whether it archives at this moment
     */
    record Addressee(String organisation, Archive archive, boolean takes) {}

    /** The default organisation: what concerns nobody is recorded there. */
    Addressee first();

    /** Whether there is no other organisation, so that nothing has to be told apart. */
    boolean isAlone();

    /** Whose domain that is. Cheap, however many domains there are. */
    Optional<Addressee> ofDomain(String domain);

    /** Everything goes to one archive. */
    static Addressees only(Archive archive) {
        var one = new Addressee("", archive, true);
        return new Addressees() {
            @Override
            public Addressee first() {
                return one;
            }

            @Override
            public boolean isAlone() {
                return true;
            }

            @Override
            public Optional<Addressee> ofDomain(String domain) {
                return Optional.of(one);
            }
        };
    }
}
