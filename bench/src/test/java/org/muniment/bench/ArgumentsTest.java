package org.muniment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArgumentsTest {
    @TempDir
    private Path mail;

    private Arguments parse(String... words) throws Arguments.Wrong {
        return Arguments.parse(words);
    }

    @Test
    void everythingButTheMailHasAPreset() throws Exception {
        Arguments arguments = parse("--mail", mail.toString());
        assertThat(arguments.mail()).containsExactly(mail);
        assertThat(arguments.only()).contains("import", "smtp", "search").doesNotContain("start");
        assertThat(arguments.compare()).isEmpty();
        assertThat(arguments.jvm()).contains("-Xmx512m");
    }

    @Test
    void severalFoldersAndPiecesAreTaken() throws Exception {
        Arguments arguments = parse("--mail", mail.toString(), "--mail", mail.toString(), "--only", "smtp,bytes");
        assertThat(arguments.mail()).hasSize(2);
        assertThat(arguments.only()).containsExactly("smtp", "bytes");
    }

    @Test
    void whatNeedsNoMailIsMeasuredWithoutAny() throws Exception {
        assertThat(parse("--only", "log,directory", "--entries", "5000").entries())
                .isEqualTo(5_000);
        assertThatThrownBy(() -> parse("--only", "log,smtp")).hasMessageContaining("--mail FOLDER");
    }

    @Test
    void whatIsWrongIsToldInOneSentence() {
        assertThatThrownBy(this::parse).hasMessageContaining("--mail FOLDER");
        assertThatThrownBy(() -> parse("--mail")).hasMessage("--mail needs a value");
        assertThatThrownBy(() -> parse("--mail", mail.resolve("none").toString()))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> parse("--only", "imports")).hasMessageContaining("does not know imports, only ");
        assertThatThrownBy(() -> parse("--seconds", "soon")).hasMessage("--seconds takes a positive number, not soon");
        assertThatThrownBy(() -> parse("--speed", "9")).hasMessage("there is no --speed");
    }
}
