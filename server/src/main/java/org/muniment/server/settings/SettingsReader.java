package org.muniment.server.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads the settings from the environment and {@code <home>/muniment.properties}; the environment wins. Both use the
 * same names. All that is wrong is told at once.
 */
public final class SettingsReader {
    private static final String PREFIX = "MUNIMENT_";
    private static final String FILE = "muniment.properties";
    private static final long MOST_FILE_BYTES = 1 << 20;

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);
    private final List<String> wrong = new ArrayList<>();

    private SettingsReader() {}

    /**
     * Reads and checks everything.
     *
     * @param environment of the process
     * @throws WrongSettingsException with a sentence for everything that is wrong
     */
    public static Settings read(Map<String, String> environment) throws WrongSettingsException {
        var reader = new SettingsReader();
        reader.takeEnvironment(environment);
        var values = new Values(reader.given, reader.wrong);
        Path home = values.home();
        reader.takeFile(home.resolve(FILE));
        Settings settings = values.settings(home);
        if (!reader.wrong.isEmpty()) {
            throw new WrongSettingsException(reader.wrong);
        }
        return settings;
    }

    private void takeEnvironment(Map<String, String> environment) {
        environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> Setting.named(entry.getKey())
                        .ifPresentOrElse(
                                setting -> given.put(setting, entry.getValue()),
                                () -> unknown(entry.getKey(), "in the environment")));
    }

    private void takeFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        for (Map.Entry<Object, Object> entry : load(file).entrySet()) {
            String key = entry.getKey().toString();
            Setting.named(key)
                    .ifPresentOrElse(
                            setting -> takeFromFile(setting, entry.getValue().toString(), file),
                            () -> unknown(key, "in " + file));
        }
    }

    private void takeFromFile(Setting setting, String value, Path file) {
        if (setting.reader() == Setting.Reader.SERVER) {
            given.putIfAbsent(setting, value);
        } else {
            wrong.add(setting.key() + " cannot be set in " + file + "; set it in the environment.");
        }
    }

    private Properties load(Path file) {
        var properties = new Properties();
        try {
            if (Files.size(file) > MOST_FILE_BYTES) {
                throw new IOException("it is larger than 1 MiB");
            }
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            wrong.add("The settings file " + file + " cannot be read: " + e.getMessage() + ".");
        }
        return properties;
    }

    private void unknown(String key, String where) {
        String hint = Nearest.to(key).map(name -> " Did you mean " + name + "?").orElse("");
        wrong.add("There is no setting " + key + " (" + where + ")." + hint
                + " All settings are listed in docs/operating/settings.md.");
    }
}
