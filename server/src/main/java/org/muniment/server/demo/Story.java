package org.muniment.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it is written down in {@code stories.*.txt}, with slots in braces.
 *
 * @param roles who takes part: a, b and perhaps c, each a department or {@code partner}
 * @param attach what is attached, by the role whose first mail has it; {@code a.pdf,b.png}
 */
record Story(Language language, Map<String, String> roles, List<String> attach, String subject, List<Turn> turns) {

    /** What one of them writes. */
    record Turn(String role, String text) {}

    /** All stories of a language, in their order. */
    static List<Story> all(Language language) {
        List<Story> stories = new ArrayList<>();
        String[] blocks = file("stories." + language.code() + ".txt").split("\n@ ", -1);
        for (int i = 1; i < blocks.length; i++) {
            stories.add(read(language, blocks[i]));
        }
        return stories;
    }

    private static Story read(Language language, String block) {
        List<String> lines = block.lines().toList();
        Map<String, String> head = new HashMap<>();
        for (String word : lines.getFirst().split(" ", -1)) {
            head.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        String attach = head.remove("attach");
        String subject = lines.get(1).substring(2);
        return new Story(
                language,
                Map.copyOf(head),
                attach == null ? List.of() : List.of(attach.split(",", -1)),
                subject,
                turns(lines.subList(2, lines.size())));
    }

    private static List<Turn> turns(List<String> lines) {
        List<Turn> turns = new ArrayList<>();
        var text = new StringBuilder();
        String role = "";
        for (String line : lines) {
            if (line.matches("[a-c]>")) {
                end(turns, role, text);
                role = line.substring(0, 1);
            } else {
                text.append(line).append('\n');
            }
        }
        end(turns, role, text);
        return turns;
    }

    private static void end(List<Turn> turns, String role, StringBuilder text) {
        if (!role.isEmpty()) {
            turns.add(new Turn(role, text.toString().strip()));
        }
        text.setLength(0);
    }

    /** The text of a file beside this class. */
    static String file(String name) {
        try (InputStream in = Story.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
