package org.muniment.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.Archives;
import org.muniment.archive.Rules;
import org.muniment.archive.Verification;
import org.muniment.server.archives.Verifications;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.home.HomeInUseException;
import org.muniment.server.home.HomeLock;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.settings.Settings;
import org.muniment.server.settings.SettingsReader;
import org.muniment.server.settings.WrongSettingsException;
import org.muniment.server.setup.AlreadySetUpException;
import org.muniment.server.setup.SetUp;
import org.muniment.server.setup.SetUpRefusedException;
import org.muniment.server.setup.SetUpRequest;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/**
 * What the command line does itself when no server runs on a home folder: set it up, and check what lies in it. Works
 * under the lock of the home, so that nobody else does at the same time.
 */
final class OnThisMachine {
    private final Map<String, String> environment;

    private OnThisMachine(Map<String, String> environment) {
        this.environment = environment;
    }

    static Direct with(Map<String, String> environment) {
        OnThisMachine here = new OnThisMachine(environment);
        return new Direct(here::setUp, here::verify);
    }

    private Settings settings(Path home) throws CliException {
        Map<String, String> here = new HashMap<>(environment);
        here.put("MUNIMENT_HOME", home.toString());
        try {
            return SettingsReader.read(here);
        } catch (WrongSettingsException e) {
            throw CliException.usage(String.join("\n", e.sentences()));
        }
    }

    private String setUp(Path home, Direct.Request request, String who) throws IOException {
        SetUpRequest asked = new SetUpRequest(
                request.organisation(),
                request.domains(),
                person(request.postmaster()),
                person(request.archiveAdministrator()),
                "required".equals(request.secondFactor()) ? SecondFactor.REQUIRED : SecondFactor.OPTIONAL,
                request.retentionYears());
        try {
            return SetUp.direct(settings(home), asked, who).id();
        } catch (SetUpRefusedException e) {
            throw CliException.usage(String.valueOf(e.getMessage()));
        } catch (AlreadySetUpException | HomeInUseException e) {
            throw new CliException(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static NewPerson person(Direct.Person person) {
        return new NewPerson(person.address(), person.password());
    }

    private Verification verify(Path home, ArchiveSession.@Nullable Progress progress) throws IOException {
        Settings settings = settings(home);
        Map<String, Verification> results = new LinkedHashMap<>();
        try (HomeLock _ = new Home(home).lock()) {
            for (String organisation : organisations(home)) {
                Archive.Settings archive = archive(settings, organisation);
                Verification result = Archives.verify(archive, progress);
                log(archive, result);
                results.put(organisation, result);
            }
            return Verifications.joined(results);
        } catch (HomeInUseException e) {
            throw new CliException(ExitCode.TRY_AGAIN, String.valueOf(e.getMessage()));
        }
    }

    private static Archive.Settings archive(Settings settings, String organisation) throws IOException {
        Settings.Keys keys = settings.keys();
        // The keys of the default organisation lie in the folder itself, those of the others in folders of their own.
        boolean isFurther = Files.isDirectory(keys.keyring().resolve(organisation));
        return new Archive.Settings(
                settings.home(),
                organisation,
                isFurther ? keys.keyring().resolve(organisation) : keys.keyring(),
                isFurther ? keys.keyringCopy().resolve(organisation) : keys.keyringCopy(),
                new MasterKeyFile(keys.masterKeyFile()).read(),
                () -> new Rules(false, Set.of()),
                settings.storage().retentionYears(),
                settings.storage().reserveBytes());
    }

    private static List<String> organisations(Path home) throws IOException {
        Path organisations = home.resolve("organisations");
        if (!Files.isDirectory(organisations)) {
            throw new CliException(
                    ExitCode.NOT_FOUND, "There is no archive in " + home + ". Set MUNIMENT_HOME to where it lies.");
        }
        try (Stream<Path> all = Files.list(organisations)) {
            List<String> found =
                    all.map(one -> one.getFileName().toString()).sorted().toList();
            if (found.isEmpty()) {
                throw new CliException(ExitCode.FAILED, organisations + " holds no organisation.");
            }
            return found;
        }
    }

    /** A damaged archive may not open, and is not touched: then the answer on the screen has to be enough. */
    private static void log(Archive.Settings settings, Verification result) throws IOException {
        if (!result.intact()) {
            return;
        }
        try (Archive archive = Archives.open(settings)) {
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("records", Long.toString(result.records()));
            detail.put("tree_size", Long.toString(result.treeSize()));
            archive.log(new Actor("os:" + System.getProperty("user.name"), null), "integrity.pass", detail);
        }
    }
}
