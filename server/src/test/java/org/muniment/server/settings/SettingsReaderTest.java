package org.muniment.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path home;

    @Test
    void everySettingHasTheDefaultThatIsDocumented() throws Exception {
        Settings settings = SettingsReader.read(Map.of("PATH", "/bin"));
        Path base = Path.of("muniment-home").toAbsolutePath();
        assertThat(settings)
                .isEqualTo(new Settings(
                        base,
                        new Settings.Http("127.0.0.1", 8080, Set.of(), List.of(), false),
                        new Settings.Smtp(
                                "127.0.0.1",
                                2525,
                                List.of("127.0.0.0/8", "::1/128"),
                                150L << 20,
                                200,
                                5000,
                                null,
                                null),
                        new Settings.Imports(512L << 20, 100L << 30),
                        new Settings.Keys(base.resolve("master.key"), base.resolve("keys"), base.resolve("keys-copy")),
                        new Settings.Storage(64L << 20, 5),
                        null));
    }

    @Test
    void everySettingStandsInTheGuideWithItsDefault() throws Exception {
        String guide = Files.readString(Path.of("../docs/operating/settings.md"));
        for (Setting setting : Setting.values()) {
            assertThat(guide).contains("`" + setting.key() + "`");
            if (!setting.preset().isEmpty()) {
                assertThat(guide.lines().filter(line -> line.startsWith("| `" + setting.key() + "`")))
                        .as(setting.key())
                        .singleElement()
                        .asString()
                        .contains("`" + setting.preset() + "`");
            }
        }
    }

    @Test
    void whateverTheGuidesHaveOneSetIsKnown() throws Exception {
        for (String guide : new String[] {"CONTRIBUTING.md", "README.md", "docs/operating/command-line.md"}) {
            Matcher names = Pattern.compile("MUNIMENT_[A-Z_]+").matcher(Files.readString(Path.of("..", guide)));
            while (names.find()) {
                assertThat(Setting.named(names.group()))
                        .as(guide + " " + names.group())
                        .isPresent();
            }
        }
        assertThat(SettingsReader.read(Map.of("MUNIMENT_PASSWORD_FILE", "pw", "MUNIMENT_API", "http://127.0.0.1:1")))
                .isEqualTo(SettingsReader.read(Map.of()));
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        Files.writeString(
                home.resolve("muniment.properties"),
                "MUNIMENT_HTTP_PORT = 9001\nMUNIMENT_SMTP_PORT=9002\n# a remark\n");
        Settings settings = read("MUNIMENT_HTTP_PORT", "9003");
        assertThat(settings.http().port()).isEqualTo(9003);
        assertThat(settings.smtp().port()).isEqualTo(9002);
    }

    @Test
    void relativePathsAreMeantFromTheHome() throws Exception {
        assertThat(read("MUNIMENT_KEYS_COPY", "../elsewhere").keys().keyringCopy())
                .isEqualTo(home.resolveSibling("elsewhere"));
        assertThat(read("MUNIMENT_MASTER_KEY_FILE", "/etc/muniment/key").keys().masterKeyFile())
                .isEqualTo(Path.of("/etc/muniment/key"));
    }

    @Test
    void sizesMayHaveUnits() throws Exception {
        assertThat(read("MUNIMENT_SMTP_MAX_SIZE", "25 MiB").smtp().maxSize()).isEqualTo(25L << 20);
        assertThat(read("MUNIMENT_DISK_RESERVE", "1g").storage().reserveBytes()).isEqualTo(1L << 30);
        assertThat(read("MUNIMENT_IMPORT_MAX_SIZE", "2097152").imports().maxSize())
                .isEqualTo(2L << 20);
    }

    @Test
    void aWrongValueIsToldWithNameValueAndWhatIsAllowed() {
        wrong(
                "MUNIMENT_HTTP_PORT",
                "http",
                "MUNIMENT_HTTP_PORT is \"http\"; allowed is a whole number from 0 to 65535.");
        wrong(
                "MUNIMENT_SMTP_PORT",
                "70000",
                "MUNIMENT_SMTP_PORT is \"70000\"; allowed is a whole number from 0 to 65535.");
        wrong(
                "MUNIMENT_SMTP_MAX_RECIPIENTS",
                "10",
                "MUNIMENT_SMTP_MAX_RECIPIENTS is \"10\"; allowed is a whole number from 100 to 1000000.");
        wrong(
                "MUNIMENT_DISK_RESERVE",
                "much",
                "MUNIMENT_DISK_RESERVE is \"much\"; allowed is a size from 1m to 1024g, such as 64m.");
        wrong(
                "MUNIMENT_BIND",
                "example.org",
                "MUNIMENT_BIND is \"example.org\"; allowed is an IP address of this machine, such as 127.0.0.1,"
                        + " or 0.0.0.0 for all of them.");
        wrong(
                "MUNIMENT_SMTP_NETWORKS",
                "10.0.0.0/33",
                "MUNIMENT_SMTP_NETWORKS is \"10.0.0.0/33\"; allowed is addresses or CIDR blocks apart by commas, such as"
                        + " 10.0.0.0/8, 192.0.2.7.");
        wrong(
                "MUNIMENT_KEYS_COPY",
                "keys",
                "MUNIMENT_KEYS_COPY is \"keys\"; allowed is another folder than MUNIMENT_KEYS, best on another disk.");
        wrong(
                "MUNIMENT_SMTP_TLS_KEYSTORE",
                "tls.p12",
                "MUNIMENT_SMTP_TLS_KEYSTORE and MUNIMENT_SMTP_TLS_KEYSTORE_PASSWORD_FILE belong together; set both or"
                        + " neither.");
    }

    @Test
    void anUnknownNameGetsAHint() {
        wrong(
                "MUNIMENT_HTTP_PROT",
                "1",
                "There is no setting MUNIMENT_HTTP_PROT (in the environment). Did you mean MUNIMENT_HTTP_PORT?"
                        + " All settings are listed in docs/operating/settings.md.");
        wrong(
                "MUNIMENT_QUITE_ANOTHER_THING",
                "1",
                "There is no setting MUNIMENT_QUITE_ANOTHER_THING (in the environment). All settings are listed in"
                        + " docs/operating/settings.md.");
    }

    @Test
    void whatIsReadBeforeTheFileCannotStandInIt() throws Exception {
        Path file = home.resolve("muniment.properties");
        Files.writeString(file, "MUNIMENT_HEAP=1g\n");
        assertThatThrownBy(() -> read("MUNIMENT_TOKEN", "mun_x"))
                .hasMessage("MUNIMENT_HEAP cannot be set in " + file + "; set it in the environment.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> SettingsReader.read(Map.of(
                        "MUNIMENT_HOME", home.toString(), "MUNIMENT_HTTP_PORT", "-1", "MUNIMENT_SMTP_PORT", "x")))
                .isInstanceOfSatisfying(
                        WrongSettingsException.class,
                        wrong -> assertThat(wrong.sentences()).hasSize(2));
    }

    private Settings read(String key, String value) throws WrongSettingsException {
        Map<String, String> environment = new HashMap<>();
        environment.put("MUNIMENT_HOME", home.toString());
        environment.put(key, value);
        return SettingsReader.read(environment);
    }

    private void wrong(String key, String value, String sentence) {
        assertThatThrownBy(() -> read(key, value))
                .isInstanceOf(WrongSettingsException.class)
                .hasMessage(sentence);
    }
}
