package org.muniment.mailbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the files that were named, or through those of one folder in the order of their names. */
final class FolderWalk implements Walk {
    private final String path;
    private final Iterator<Path> files;
    private final boolean named;
    private final boolean inMaildir;
    private final boolean maildir;
    private final Opener opener;
    private final Meter meter;

    private FolderWalk(
            String path,
            List<Path> files,
            boolean named,
            boolean inMaildir,
            boolean maildir,
            Opener opener,
            Meter meter) {
        this.path = path;
        this.files = files.iterator();
        this.named = named;
        this.inMaildir = inMaildir;
        this.maildir = maildir;
        this.opener = opener;
        this.meter = meter;
    }

    /** Goes through what was named, in that order. */
    static FolderWalk named(List<Path> paths, Options options, Meter meter) {
        return new FolderWalk("", paths, true, false, false, new Opener(options, new Sha256()), meter);
    }

    private FolderWalk into(Path folder, boolean parentIsMaildir) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        }
        Collections.sort(children);
        String name = String.valueOf(folder.getFileName());
        boolean holdsMail = parentIsMaildir && (name.equals("cur") || name.equals("new"));
        return new FolderWalk(folder.toString(), children, false, holdsMail, isMaildir(folder), opener, meter);
    }

    @Override
    public @Nullable Step next() throws IOException {
        return files.hasNext() ? step(files.next()) : null;
    }

    private Step step(Path file) {
        try {
            BasicFileAttributes attributes = named
                    ? Files.readAttributes(file, BasicFileAttributes.class)
                    : Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String why = named ? null : passedOver(file, attributes);
            if (why != null) {
                return new Step.Found(new Skipped(file.toString(), why));
            }
            return attributes.isDirectory() ? folder(file) : file(file, attributes.size());
        } catch (IOException e) {
            return new Step.Found(new Unreadable(file.toString(), "", Reasons.of(e)));
        }
    }

    private @Nullable String passedOver(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "is a symbolic link, which is not followed: name its target to import it";
        }
        if (attributes.isDirectory()) {
            boolean tmp = maildir && String.valueOf(file.getFileName()).equals("tmp");
            return tmp ? "holds mail that is still being delivered" : null;
        }
        return attributes.isRegularFile() ? Beside.reason(String.valueOf(file.getFileName())) : "is no ordinary file";
    }

    private Step folder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        boolean within = named ? parent != null && isMaildir(parent) : maildir;
        return new Step.Into(into(folder, within));
    }

    private static boolean isMaildir(Path folder) {
        return Files.isDirectory(folder.resolve("cur"))
                && (Files.isDirectory(folder.resolve("new")) || Files.isDirectory(folder.resolve("tmp")));
    }

    private Step file(Path file, long size) throws IOException {
        return opener.file(file, size, file.toString(), String.valueOf(file.getFileName()), inMaildir, meter);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public void close() {
        // A folder is closed as soon as it has been listed.
    }
}
