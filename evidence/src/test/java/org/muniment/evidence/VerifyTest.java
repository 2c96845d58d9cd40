package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final String KEY = Example.LOG.verifier().toString();

    @TempDir
    Path home;

    private final Example example = new Example();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void writeTheExample() throws IOException {
        Files.write(home.resolve("older"), example.older().bytes());
        Files.write(home.resolve("newer"), example.newer().bytes());
        Files.writeString(home.resolve("inclusion"), example.inclusionProof());
        Files.writeString(home.resolve("consistency"), example.consistencyProof());
    }

    @Test
    void genuineCheckpointIsProven() {
        assertThat(verify("verify", "checkpoint", file("newer"), "--key", KEY)).isZero();
        assertThat(said())
                .startsWith("Proven: " + Example.LOG.name() + " signed " + Example.LOG.name() + " at size 300");
    }

    @Test
    void changedCheckpointIsNot() throws IOException {
        Files.writeString(home.resolve("newer"), example.newer().toString().replace("\n300\n", "\n301\n"));
        assertThat(verify("verify", "checkpoint", file("newer"), "--key", KEY)).isEqualTo(6);
        assertThat(said()).startsWith("NOT PROVEN: " + file("newer")).contains("does not fit the text");
    }

    @Test
    void checkpointOfAnotherKeyIsNot() {
        String other = new NoteSigner(Example.LOG.name(), SigningKey.generate())
                .verifier()
                .toString();
        assertThat(verify("verify", "checkpoint", file("newer"), "--key", other))
                .isEqualTo(6);
        assertThat(said()).contains("is not signed by the key");
    }

    @Test
    void recordIsProvenToBeInTheLog() {
        assertThat(verifyInclusion(HexFormat.of().formatHex(example.shown().data()), "1"))
                .isZero();
        assertThat(said()).startsWith("Proven: record 2 (kind 1, archived 2026-01-01T00:00:01Z) is leaf 1 of ");
    }

    @Test
    void anotherLeafOrPlaceIsNotProven() {
        String data = HexFormat.of().formatHex(example.shown().data());
        assertThat(verifyInclusion(data.substring(0, 96) + "ff", "1")).isEqualTo(6);
        assertThat(verifyInclusion(data, "0")).isEqualTo(6);
        assertThat(verifyInclusion(data, "300")).isEqualTo(6);
        assertThat(said()).contains("NOT PROVEN: a tree of 300 leaves has no leaf at index 300");
    }

    @Test
    void growthIsProven() {
        assertThat(verifyConsistency("older", "newer")).isZero();
        assertThat(said()).contains("begins with all 7 leaves of the older checkpoint");
        assertThat(verifyConsistency("newer", "older")).isEqualTo(6);
    }

    @Test
    void damagedProofIsNamed() throws IOException {
        Files.writeString(home.resolve("consistency"), "no hash\n");
        assertThat(verifyConsistency("older", "newer")).isEqualTo(6);
        assertThat(said()).contains(file("consistency") + ": line 1 of the proof is not base64");
        Files.writeString(home.resolve("consistency"), "A".repeat(43) + "=\n" + "A".repeat(43));
        assertThat(verifyConsistency("older", "newer")).isEqualTo(6);
        Files.writeString(home.resolve("consistency"), ("A".repeat(43) + "=\n").repeat(65));
        assertThat(verifyConsistency("older", "newer")).isEqualTo(6);
    }

    @Test
    void wrongCommandLineIsExplained() {
        explains("Name what to do: verify.");
        explains("There is no command check.", "check");
        explains("Name what to verify", "verify");
        explains("There is no check bundle.", "verify", "bundle");
        explains("Name the file with the checkpoint.", "verify", "checkpoint");
        explains("Give --key too.", "verify", "checkpoint", "f");
        explains("--key cannot be used", "verify", "checkpoint", "f", "--key", "short");
        explains("There is no option --kee.", "verify", "checkpoint", "f", "--kee", KEY);
        explains("Give --key once", "verify", "checkpoint", "f", "--key");
        explains("does not take: more.", "verify", "checkpoint", "f", "more", "--key", KEY);
        explains("does not take: --index.", "verify", "checkpoint", "f", "--index", "1", "--key", KEY);
        explains("There is no file " + file("none"), "verify", "checkpoint", file("none"), "--key", KEY);
        explains("Nothing was checked", "verify", "checkpoint", home.toString(), "--key", KEY);
        explains("Not the name of a file", "verify", "checkpoint", "nul\0", "--key", KEY);
        assertThat(verifyInclusion("xyz", "1")).isEqualTo(2);
        assertThat(verifyInclusion("00", "one")).isEqualTo(6);
    }

    private int verifyInclusion(String leafData, String index) {
        return verify(
                "verify",
                "inclusion",
                "--leaf-data",
                leafData,
                "--index",
                index,
                "--proof",
                file("inclusion"),
                "--checkpoint",
                file("newer"),
                "--key",
                KEY);
    }

    private int verifyConsistency(String from, String to) {
        return verify(
                "verify",
                "consistency",
                "--from",
                file(from),
                "--to",
                file(to),
                "--proof",
                file("consistency"),
                "--key",
                KEY);
    }

    private void explains(String sentence, String... words) {
        assertThat(verify(words)).as(sentence).isEqualTo(2);
        assertThat(said()).contains(sentence);
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    private int verify(String... words) {
        said.reset();
        PrintStream printed = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(printed, printed).run(List.of(words));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
