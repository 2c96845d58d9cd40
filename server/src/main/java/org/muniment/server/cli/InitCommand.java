package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the organisation and its first two people. Archiving is off afterwards. */
@Command(name = "init", description = "Sets up the organisation and its first people. Archiving stays off.")
final class InitCommand implements Action {

    /** Whether signing in needs a second factor. */
    enum SecondFactor {
        OPTIONAL,
        REQUIRED;

        String word() {
            return this == OPTIONAL ? "optional" : "required";
        }
    }

    @Option(names = "--organisation", required = true, paramLabel = "NAME", description = "Its name.")
    private String organisation = "";

    @Mixin
    private Founding founding = new Founding();

    @Option(
            names = "--archive-admin",
            required = true,
            paramLabel = "ADDRESS",
            description = "Who switches archiving, searches and reads.")
    private String administrator = "";

    @Option(
            names = "--second-factor",
            paramLabel = "WHEN",
            description = "Of who reads mail: required or optional (default: required).")
    private SecondFactor secondFactor = SecondFactor.REQUIRED;

    @Override
    public int run(Cli cli) throws IOException {
        PasswordFile passwords = PasswordFile.read(founding.passwordFile(), cli.terminal());
        Direct.Request request = new Direct.Request(
                organisation,
                founding.domains(),
                new Direct.Person(founding.postmaster(), passwords.of(founding.postmaster())),
                new Direct.Person(administrator, passwords.of(administrator)),
                secondFactor.word(),
                founding.retentionYears());
        String id = setUp(cli, request);
        cli.terminal()
                .out()
                .println("Set up " + Plain.line(organisation) + " (" + Plain.line(id) + "). Archiving is off.");
        cli.terminal()
                .out()
                .println("With the server running, next: ./muniment login --as " + Plain.line(administrator)
                        + " --password-file FILE, then "
                        + (secondFactor == SecondFactor.REQUIRED ? "./muniment second-factor enrol, then " : "")
                        + "./muniment enable --reason TEXT");
        return ExitCode.OK;
    }

    private static String setUp(Cli cli, Direct.Request request) throws IOException {
        try {
            if (cli.address().localToken() == null) {
                throw CliException.usage("A set-up works only on the machine of the home folder: run it there, without"
                        + " --server and MUNIMENT_SERVER.");
            }
            try (Server server = cli.asAnyone()) {
                return server.post("/setup", json(request))
                        .json()
                        .get("organisation_id")
                        .text();
            }
        } catch (NotRunningException e) {
            String who = "os:" + System.getProperty("user.name", "unknown");
            return cli.direct().setUp().setUp(cli.terminal().home(), request, who);
        }
    }

    private static JsonText json(Direct.Request request) {
        return new JsonText()
                .put("organisation", request.organisation())
                .put("domains", request.domains())
                .put("postmaster", json(request.postmaster()))
                .put("archive_administrator", json(request.archiveAdministrator()))
                .put("second_factor", request.secondFactor())
                .put("retention_years", request.retentionYears());
    }

    private static JsonText json(Direct.Person person) {
        return new JsonText().put("address", person.address()).put("password", person.password());
    }
}
