package org.muniment.server.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts what is taken out of one mail. Not thread-safe. */
final class Findings {
    private final Set<String> hosts = new LinkedHashSet<>();
    private int images;
    private int pixels;
    private int misleadingLinks;

    void image(Target source) {
        images++;
        host(source);
    }

    void pixel(Target source) {
        pixels++;
        host(source);
    }

    void misleadingLink() {
        misleadingLinks++;
    }

    private void host(Target source) {
        if (!source.host().isEmpty() && hosts.size() < Rendered.MOST_HOSTS) {
            hosts.add(source.host());
        }
    }

    Rendered rendered(String page, boolean shortened) {
        return new Rendered(page, images, pixels, misleadingLinks, List.copyOf(hosts), shortened);
    }
}
