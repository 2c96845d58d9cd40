package org.muniment.mailbox;

import java.nio.file.Path;

/**
 * A file that people know by another name than it has here, as one that was uploaded.
 *
 * @param name how they call it: it stands in paths, and its ending says what the file is where its content does not
 */
public record NamedFile(Path file, String name) {}
