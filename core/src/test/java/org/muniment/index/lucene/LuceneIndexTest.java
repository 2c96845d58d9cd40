package org.muniment.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.index.Mails.aMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.index.DamagedIndexException;
import org.muniment.index.SearchIndex;
import org.muniment.index.SearchIndexContract;

/** The contract on the embedded index, and what only files can show. */
class LuceneIndexTest extends SearchIndexContract {
    @TempDir
    Path copy;

    @Override
    protected SearchIndex open(Path folder) throws IOException {
        return LuceneIndex.open(folder);
    }

    @Test
    void crashBetweenTwoPartitionsCommitsDoublesNothing() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        index.commit(Map.of("a", 1L));
        add("2031-03", aMail(2).subject("x"));
        add("2031-04", aMail(3).subject("x"));
        Path state = folder.resolve("index-state");
        byte[] promised = Files.readAllBytes(state);
        index.commit(Map.of("a", 3L));
        // as if the power had gone after one partition: one is committed, the other and the positions are not
        copyTree(folder, copy);
        deleteTree(copy.resolve("2031-04"));
        Files.write(copy.resolve("index-state"), promised);
        index.close();
        folder = copy;
        index = open(copy);
        assertThat(index.positions()).containsExactly(Map.entry("a", 1L));
        assertFinds("x", "a-2", "a-1");
        add("2031-03", aMail(2).subject("x"));
        add("2031-04", aMail(3).subject("x"));
        assertFinds("x", "a-3", "a-2", "a-1");
    }

    @Test
    void whatWasNeverCommittedIsForgotten() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        copyTree(folder, copy);
        try (SearchIndex crashed = open(copy)) {
            assertThat(crashed.positions()).isEmpty();
            assertThat(crashed.size()).isZero();
            crashed.add("2031-03", aMail(1).subject("x").document());
            crashed.refresh();
            assertThat(crashed.size()).isEqualTo(1);
        }
    }

    @Test
    void lostPartitionMakesFeedingBeginAgain() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        add("2031-04", aMail(2).subject("x"));
        index.commit(Map.of("a", 2L));
        index.close();
        deleteTree(folder.resolve("2031-04"));
        index = open(folder);
        assertThat(index.positions()).isEmpty();
        assertFinds("x", "a-1");
        add("2031-03", aMail(1).subject("x"));
        add("2031-04", aMail(2).subject("x"));
        assertFinds("x", "a-2", "a-1");
    }

    @Test
    void indexOfAnEarlierFormatIsBuiltAgain() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        index.commit(Map.of("a", 1L));
        index.close();
        Path state = folder.resolve("index-state");
        Files.writeString(state, Files.readString(state).replaceFirst("muniment index \\d+", "muniment index 1"));
        index = open(folder);
        assertThat(index.positions()).isEmpty();
        assertThat(index.size()).isZero();
        add("2031-03", aMail(5).subject("x"));
        assertFinds("x", "a-5");
    }

    @Test
    void damagedFilesAreNamedAndClearHeals() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        index.commit(Map.of("a", 1L));
        index.close();
        try (Stream<Path> files = Files.list(folder.resolve("2031-03/index"))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("_")) {
                    Files.write(file, new byte[7]);
                }
            }
        }
        index = open(folder);
        assertThatThrownBy(() -> index.size())
                .isInstanceOf(DamagedIndexException.class)
                .hasMessageContaining("build it again");
        index.clear();
        add("2031-03", aMail(1).subject("x"));
        assertFinds("x", "a-1");
    }

    @Test
    void afterAFailureNothingIsTakenUntilTheIndexIsOpenedAgain() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        index.commit(Map.of("a", 1L));
        index.add("2031-04", aMail(2).subject("x").document());
        // stands for a disk that fails: Lucene cannot write the new partition any more
        deleteTree(folder.resolve("2031-04"));
        assertThatThrownBy(() -> index.commit(Map.of("a", 2L))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> index.add("2031-03", aMail(3).document())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> index.commit(Map.of("a", 3L)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("open it again");
        restart();
        assertThat(index.positions()).containsExactly(Map.entry("a", 1L));
        add("2031-04", aMail(2).subject("x"));
        assertFinds("x", "a-2", "a-1");
    }

    @Test
    void morePartitionsAreFedThanAreOpenAtATime() throws Exception {
        index.close();
        folder = copy;
        index = LuceneIndex.open(folder, 8, 4);
        int partitions = 10;
        for (int i = 0; i < partitions; i++) {
            index.add("p" + i, aMail(i).subject("x").document());
        }
        for (int i = 0; i < 3; i++) {
            index.add("p" + i, aMail(i).subject("y").document());
        }
        index.refresh();
        assertThat(index.count(search("x OR y", null))).isEqualTo(partitions);
        assertFinds("y", "a-2", "a-1", "a-0");
        index.commit(Map.of("a", 9L));
        restart();
        assertThat(index.count(search("x", null))).isEqualTo(partitions - 3);
        assertFinds("y", "a-2", "a-1", "a-0");
    }

    @Test
    void memoryIsSharedByAllPartitions() throws Exception {
        index.close();
        folder = copy;
        index = LuceneIndex.open(folder, 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            text.append(" word").append(i);
        }
        for (int i = 0; i < 200; i++) {
            index.add("p" + i % 5, aMail(i).text(text.toString()).document());
        }
        // most is on disk before anybody refreshed or committed
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".pos")).count())
                    .isPositive();
        }
        index.refresh();
        assertThat(index.count(search("word3999", null))).isEqualTo(200);
    }

    @Test
    void anotherIndexMaySearchWhatWasCommitted() throws Exception {
        add("2031-03", aMail(1).subject("x"));
        index.commit(Map.of("a", 1L));
        try (SearchIndex second = open(folder)) {
            assertThat(second.count(search("x", null))).isEqualTo(1);
            assertThatThrownBy(() -> second.add("2031-03", aMail(2).document())).isInstanceOf(IOException.class);
        }
        add("2031-03", aMail(2).subject("x"));
        assertFinds("x", "a-2", "a-1");
    }

    @Test
    void storesOwnFilesInAPartitionAreLeftAlone() throws Exception {
        Path volume = folder.resolve("2031-03/volume-1");
        Files.createDirectories(volume.getParent());
        Files.writeString(volume, "sealed");
        Files.createDirectories(folder.resolve("2031-07"));
        add("2031-03", aMail(1).subject("x"));
        index.clear();
        assertThat(volume).hasContent("sealed");
        assertThatThrownBy(() -> index.add("../evil", aMail(2).document()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void singleCharacterPrefixOfAPhraseGoesThroughManyWords() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(" foo ba").append(Integer.toString(i, 36));
        }
        add("2031-03", aMail(1).text(text.toString()));
        add("2031-03", aMail(2).text("ba foo"));
        assertFinds("\"foo ba\"*", "a-1");
        assertThat(ids("\"foo ba1x\"")).isEqualTo(List.of("a-1"));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void deleteTree(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
