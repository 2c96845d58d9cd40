package org.muniment.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a zip into a folder while it comes. Nothing it holds is written outside, and nothing through a link. */
final class Unpacking {
    private final Path folder;
    private final OpenOption[] how;

    Unpacking(Path folder, boolean overwrite) {
        this.folder = folder;
        this.how = overwrite
                ? new OpenOption[] {
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS
                }
                : new OpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW};
    }

    void unpack(InputStream in) throws IOException {
        Files.createDirectories(folder);
        ZipInputStream zip = new ZipInputStream(in);
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (!entry.isDirectory()) {
                write(zip, inside(entry.getName()));
            }
        }
        // What follows the entries must come too: a zip that breaks off there is one that breaks off.
        in.transferTo(OutputStream.nullOutputStream());
        if (entries == 0) {
            throw new IOException("what the server sent is not a zip");
        }
    }

    private Path inside(String name) throws IOException {
        Path target;
        try {
            target = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new IOException("the zip has an entry that cannot be a file: " + Plain.line(name), e);
        }
        if (name.contains("\\")
                || name.startsWith("/")
                || !target.startsWith(folder.normalize())
                || target.equals(folder)) {
            throw new IOException("the zip has an entry that would lie outside of the folder: " + Plain.line(name));
        }
        return target;
    }

    private void write(InputStream entry, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
            if (!parent.toRealPath().startsWith(folder.toRealPath())) {
                throw new IOException("a link in the folder leads outside of it: " + parent);
            }
        }
        try (OutputStream out = Files.newOutputStream(target, how)) {
            entry.transferTo(out);
        }
    }
}
