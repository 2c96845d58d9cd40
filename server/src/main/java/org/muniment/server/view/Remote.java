package org.muniment.server.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the attributes of an element would load from elsewhere. */
final class Remote {
    private static final Pattern STYLE_ADDRESS =
            Pattern.compile("url\\(\\s{0,8}['\"]?\\s{0,8}((?:https?:|//)[^'\")\\s]{1,2000})", Pattern.CASE_INSENSITIVE);
    private static final Pattern TINY = Pattern.compile("\\s*0*[01](?:px)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TINY_WIDTH = tinyStyle("width");
    private static final Pattern TINY_HEIGHT = tinyStyle("height");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?:display\\s{0,4}:\\s{0,4}none|visibility\\s{0,4}:\\s{0,4}hidden)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OF_ONE_STYLE = 16;

    private Remote() {}

    /** The address of an image, or the first of its set; empty if it has none. */
    static String source(Map<String, String> image) {
        String source = image.getOrDefault("src", "").strip();
        if (!source.isEmpty()) {
            return source;
        }
        String set = image.getOrDefault("srcset", "").strip();
        int end = 0;
        while (end < set.length() && !Character.isWhitespace(set.charAt(end))) {
            end++;
        }
        return set.substring(0, end);
    }

    /** Whether the image should lie in the mail itself: nobody would be asked for it. */
    static boolean isLocal(String source) {
        return source.isEmpty()
                || source.regionMatches(true, 0, "cid:", 0, 4)
                || source.regionMatches(true, 0, "data:", 0, 5);
    }

    /** Whether nobody can see the image: one pixel or none in both directions, or hidden. */
    static boolean isPixel(Map<String, String> image) {
        String style = image.getOrDefault("style", "");
        boolean narrow = TINY.matcher(image.getOrDefault("width", "-")).matches()
                || TINY_WIDTH.matcher(style).find();
        boolean low = TINY.matcher(image.getOrDefault("height", "-")).matches()
                || TINY_HEIGHT.matcher(style).find();
        return (narrow && low) || HIDDEN.matcher(style).find();
    }

    /** What would lie behind or in an element that is no image: backgrounds, previews of films, pictured buttons. */
    static List<Target> backgrounds(Map<String, String> given) {
        var targets = new ArrayList<Target>();
        for (String name : List.of("background", "poster")) {
            String address = given.get(name);
            if (address != null && !isLocal(address.strip())) {
                targets.add(Target.of(address));
            }
        }
        Matcher addresses = STYLE_ADDRESS.matcher(given.getOrDefault("style", ""));
        while (targets.size() < MOST_OF_ONE_STYLE && addresses.find()) {
            targets.add(Target.of(addresses.group(1)));
        }
        return targets;
    }

    private static Pattern tinyStyle(String property) {
        return Pattern.compile(
                "(?:^|[;\\s])" + property + "\\s{0,4}:\\s{0,4}[01](?:px)?\\s{0,4}(?:;|!|$)", Pattern.CASE_INSENSITIVE);
    }
}
