package org.muniment.server.view;

import java.util.List;

/**
 * A mail as a page that does nothing, and what was taken out of it.
 *
 * @param page a complete document, to be served under {@link ViewPolicy} only
 * @param remoteImages images that the mail wanted from elsewhere, tracking pixels not among them
 * @param trackingPixels images that nobody could have seen: they tell the sender that the mail was opened
 * @param misleadingLinks links whose text names another host than the one they lead to
 * @param hosts the hosts of images and pixels, in order of appearance, each once; at most {@link #MOST_HOSTS}
 * @param shortened whether the mail is longer than what the page shows
 */
public record Rendered(
        String page, int remoteImages, int trackingPixels, int misleadingLinks, List<String> hosts, boolean shortened) {

    /** How many hosts are named; more would be a list that nobody reads. */
    public static final int MOST_HOSTS = 100;

    public Rendered {
        hosts = List.copyOf(hosts);
    }
}
