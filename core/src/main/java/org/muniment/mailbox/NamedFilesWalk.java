package org.muniment.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through files one after the other, each under the name that people gave it. */
final class NamedFilesWalk implements Walk {
    private final Iterator<NamedFile> files;
    private final Opener opener;
    private final Meter meter;

    NamedFilesWalk(List<NamedFile> files, Options options, Meter meter) {
        this.files = files.iterator();
        this.opener = new Opener(options, new Sha256());
        this.meter = meter;
    }

    @Override
    public @Nullable Step next() {
        return files.hasNext() ? step(files.next()) : null;
    }

    private Step step(NamedFile file) {
        String name = file.name();
        try {
            return opener.file(file.file(), Files.size(file.file()), name, name, false, meter);
        } catch (IOException e) {
            return new Step.Found(new Unreadable(name, "", Reasons.of(e)));
        }
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public void close() {
        // Each file is closed with its own walk.
    }
}
