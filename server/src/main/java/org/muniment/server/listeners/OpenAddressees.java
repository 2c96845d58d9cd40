package org.muniment.server.listeners;

import java.util.Optional;
import org.muniment.server.archives.OpenArchives;

/** Delivers to the archives that are open. Thread-safe. */
public final class OpenAddressees implements Addressees {
    private final OpenArchives archives;

    /** @param archives at least one of which is open whenever it is asked */
    public OpenAddressees(OpenArchives archives) {
        this.archives = archives;
    }

    @Override
    public Addressee first() {
        return addressee(archives.first());
    }

    @Override
    public boolean isAlone() {
        return archives.isAlone();
    }

    @Override
    public Optional<Addressee> ofDomain(String domain) {
        return archives.ofDomain(domain).map(OpenAddressees::addressee);
    }

    private static Addressee addressee(OpenArchives.Opened opened) {
        return new Addressee(opened.organisation().id(), opened.archive(), opened.isOn());
    }
}
