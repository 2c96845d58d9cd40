package org.muniment.server.view;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One link while its text passes by. Not thread-safe. */
final class Link {
    private static final int READ = 500;
    private static final int MOST_NAMES = 8;
    private static final String NAME = "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.){1,10}\\p{L}[\\p{L}\\p{N}-]{1,23}";
    /** A host that the text claims beyond doubt: behind a scheme or an at sign, or beginning with www. */
    private static final Pattern CLAIMED =
            Pattern.compile("(?i)(?:(?:https?|ftp)://|@|(?<![\\p{L}\\p{N}.-])(?=www\\.))(" + NAME + ")");
    /** A text that is nothing but a host, perhaps with a path. */
    private static final Pattern BARE = Pattern.compile("[\\s<(\\[]*(" + NAME + ")(?::\\d+)?(?:/\\S*)?[\\s>)\\].]*");

    private static final Set<String> FILE_ENDINGS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "zip", "png", "jpg", "jpeg", "gif", "htm",
            "html", "ics", "eml", "msg", "js", "md", "xml", "json", "mp3", "mp4", "exe", "rar");

    private final Target target;
    private final StringBuilder text = new StringBuilder();

    Link(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    void add(String more) {
        text.append(more, 0, Math.min(more.length(), READ - text.length()));
    }

    /** Whether the text names a host, and the link leads to another. */
    boolean misleads() {
        if (target.host().isEmpty()) {
            return false;
        }
        Matcher claimed = CLAIMED.matcher(text);
        for (int names = 0; names < MOST_NAMES && claimed.find(); names++) {
            if (isElsewhere(claimed.group(1))) {
                return true;
            }
        }
        Matcher bare = BARE.matcher(text);
        return bare.matches() && !isFile(bare.group(1)) && isElsewhere(bare.group(1));
    }

    private static boolean isFile(String name) {
        return FILE_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Hosts of one site count as one: shop.example, www.shop.example and click.shop.example. */
    private boolean isElsewhere(String name) {
        String said = site(Target.ascii(name));
        String meant = site(target.host());
        return !said.equals(meant) && !meant.endsWith("." + said) && !said.endsWith("." + meant);
    }

    private static String site(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
