package org.muniment.server.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Sentences ENGLISH = Sentences.of(Language.ENGLISH);
    private static final Sentences CHINESE = Sentences.of(Language.CHINESE);

    @Test
    void everySentenceIsThereInEveryLanguageWithTheSamePlaces() {
        assertThat(CHINESE.keys()).isEqualTo(ENGLISH.keys());
        for (String key : ENGLISH.keys()) {
            assertThat(places(CHINESE.pattern(key))).as(key).isEqualTo(places(ENGLISH.pattern(key)));
            assertThat(CHINESE.pattern(key)).as(key).isNotBlank();
        }
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void chineseIsChinese() {
        for (String key : CHINESE.keys()) {
            if (!PLACE.matcher(CHINESE.pattern(key)).replaceAll("").isBlank()) {
                assertThat(CHINESE.pattern(key).codePoints().anyMatch(Character::isIdeographic))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @Test
    void everySentenceThatTheCodeNamesIsThereAndNoneIsLeftOver() throws IOException {
        String code = code();
        for (MatchResult named : Pattern.compile("Message\\.of\\(\\s*\"([a-z0-9.-]+)\"[,)]")
                .matcher(code)
                .results()
                .toList()) {
            assertThat(ENGLISH.keys()).contains(named.group(1));
        }
        assertThat(ENGLISH.keys().stream()
                        .filter(key -> !key.startsWith("problem.") && !key.startsWith("query."))
                        .filter(key -> !key.startsWith("rule.") && !key.startsWith("rule-counts."))
                        .filter(key -> !code.contains('"' + key + '"')))
                .isEmpty();
    }

    private static String code() throws IOException {
        var code = new StringBuilder();
        try (Stream<Path> all = Files.walk(SOURCES)) {
            for (Path file :
                    all.filter(file -> file.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    @Test
    void argumentsAreNotLookedThroughForPlaces() {
        assertThat(Message.of("invalid.within", "{1}", "{2}", "{3}", "{0}").english())
                .isEqualTo("The field {1} must be from {2} to {3}, not {0}.");
        assertThatThrownBy(() -> Message.of("no.such.sentence")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageWithinAMessageIsSaidInTheSameLanguage() {
        Message inner = Message.of("sign-in.refused");
        assertThat(Message.of("item.broken", 3, inner).in(Language.CHINESE)).isEqualTo("请求中的第 3 项有误：地址或密码错误。");
    }

    @Test
    void theReaderSaysWhichLanguage() {
        assertThat(Language.of("zh-Hans-CN")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("de, zh-TW;q=0.7, en;q=0.3")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("en-GB, zh;q=0.9")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("zh;q=0, fr")).isEqualTo(Language.ENGLISH);
        for (String none : new String[] {null, "", "*", ";;;", "q=", "x".repeat(10_000)}) {
            assertThat(Language.of(none)).as(none).isEqualTo(Language.ENGLISH);
        }
    }
}
