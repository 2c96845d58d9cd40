package org.muniment.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Actor;
import org.muniment.archive.LogEntry;
import org.muniment.server.docs.Contract;
import org.muniment.server.language.Language;
import tools.jackson.databind.json.JsonMapper;

class LogSentencesTest {
    private static final Actor LI = new Actor("li@example.cn", "192.0.2.1");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z_]+}");

    /** Calls that write an entry: the type stands in them as it is. */
    private static final Pattern LOGGED =
            Pattern.compile("(?:log|note)\\([^;\"]*\"([a-z]+\\.[a-z_]+)\"(?:\\s*:\\s*\"([a-z]+\\.[a-z_]+)\")?");

    @Test
    void everyTypeThatTheContractNamesHasASentence() throws Exception {
        Set<String> types = new TreeSet<>();
        for (Contract.Operation operation :
                Contract.read(JsonMapper.builder().build()).operations()) {
            Arrays.stream(operation.node().path("x-audit").asString("").split(",", -1))
                    .map(String::strip)
                    .filter(type -> !type.isEmpty())
                    .forEach(types::add);
        }
        assertThat(LogSentences.of(Language.ENGLISH).types()).containsAll(types);
    }

    @Test
    void everyTypeThatTheCodeWritesHasASentence() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path sources : List.of(Path.of("src", "main", "java"), Path.of("..", "core", "src", "main", "java"))) {
            try (Stream<Path> all = Files.walk(sources)) {
                for (Path file :
                        all.filter(one -> one.toString().endsWith(".java")).toList()) {
                    for (MatchResult call :
                            LOGGED.matcher(Files.readString(file)).results().toList()) {
                        types.add(call.group(1));
                        if (call.group(2) != null) {
                            types.add(call.group(2));
                        }
                    }
                }
            }
        }
        assertThat(types).contains("auth.sign_in", "archive.enable", "archive.disable", "message.view");
        assertThat(LogSentences.of(Language.ENGLISH).types()).containsAll(types);
    }

    @Test
    void bothLanguagesSayTheSameOfTheSame() {
        LogSentences english = LogSentences.of(Language.ENGLISH);
        LogSentences chinese = LogSentences.of(Language.CHINESE);
        assertThat(chinese.types()).isEqualTo(english.types());
        for (String type : english.types()) {
            assertThat(places(chinese.pattern(type))).as(type).isEqualTo(places(english.pattern(type)));
        }
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static LogLine line(Language language, boolean readsMail, String type, Map<String, String> detail) {
        var entry = new LogEntry("w-7", Instant.parse("2026-04-01T10:00:00Z"), LI, type, detail);
        return LogLine.of(entry, 1, new Reader(language, SHANGHAI, readsMail));
    }

    @Test
    void aSearchIsSaidWithItsWordsItsDaysAndWhatItFound() {
        Map<String, String> detail = Map.of(
                "query", "合同",
                "from", "2025-12-31T16:00:00Z",
                "to", "2026-03-31T15:59:59.999999999Z",
                "total", "12");
        assertThat(line(Language.ENGLISH, false, "search.run", detail).sentence())
                .isEqualTo("li@example.cn searched “合同”, from 2026-01-01 to 2026-03-31, 12 found");
        assertThat(line(Language.CHINESE, false, "search.run", detail).sentence())
                .isEqualTo("li@example.cn 查询了“合同”，自 2026-01-01 至 2026-03-31，找到 12 封");
    }

    @Test
    void whoMayNotReadMailSeesTheIdInsteadOfAnAttachmentsName() {
        Map<String, String> detail = Map.of("message", "w-3", "number", "2", "name", "Layoffs.xlsx");
        LogLine hidden = line(Language.ENGLISH, false, "message.attachment", detail);
        assertThat(hidden.sentence()).isEqualTo("li@example.cn fetched attachment 2 of msg_w-3");
        assertThat(hidden.detail()).doesNotContainKey("name");
        assertThat(line(Language.ENGLISH, true, "message.attachment", detail).sentence())
                .isEqualTo("li@example.cn fetched attachment 2 “Layoffs.xlsx” of msg_w-3");
    }

    @Test
    void aTypeWithoutASentenceIsSaidAllTheSame() {
        assertThat(line(Language.ENGLISH, true, "future.event", Map.of("object", "thing_1"))
                        .sentence())
                .isEqualTo("li@example.cn: future.event (thing_1)");
        assertThat(line(Language.CHINESE, true, "future.event", Map.of()).sentence())
                .isEqualTo("li@example.cn：future.event");
    }

    @Test
    void valuesStayOneShortLineAndAreNotLookedThroughForPlaces() {
        String odd = "a\r\n{who}[x]\u202Eb" + "c".repeat(500);
        String sentence =
                line(Language.ENGLISH, true, "search.run", Map.of("query", odd)).sentence();
        assertThat(sentence)
                .startsWith("li@example.cn searched “a  {who}[x] bccc")
                .endsWith("c…”")
                .hasSizeLessThan(300);
        assertThat(line(Language.ENGLISH, true, "search.page", Map.of()).sentence())
                .isEqualTo("li@example.cn looked at a further page of ?");
    }

    @Test
    void changesAreBeforeAndAfter() {
        LogLine line = line(
                Language.ENGLISH, true, "future.change", Map.of("before.seats", "5", "after.seats", "9", "x", "y"));
        assertThat(line.before()).containsExactly(Map.entry("seats", "5"));
        assertThat(line.after()).containsExactly(Map.entry("seats", "9"));
    }
}
