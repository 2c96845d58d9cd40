package org.muniment.server.settings;

import java.util.List;

/** Settings that cannot be used. Each sentence names the setting, its value and what is allowed. */
public final class WrongSettingsException extends Exception {
    private final List<String> sentences;

    public WrongSettingsException(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** One sentence per wrong setting, never empty. */
    public List<String> sentences() {
        return sentences;
    }
}
