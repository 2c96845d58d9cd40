package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The people who have a role. */
@Command(
        name = "user",
        description = "The people who have a role: lists, appoints, changes them, and sets how they sign in.",
        subcommands = {
            UserCommand.ListAll.class,
            UserCommand.Add.class,
            UserCommand.Grant.class,
            UserCommand.Revoke.class,
            UserCommand.Suspend.class,
            UserCommand.Resume.class,
            UserCommand.EndSessions.class,
            UserCommand.ResetFactor.class,
            UserCommand.Invite.class,
            UserCommand.Passwd.class,
            UserPolicyCommand.class
        })
final class UserCommand {
    private static final String ROLES = "operator, postmaster, archive-admin, auditor or reviewer";

    private UserCommand() {}

    /** Lists them. */
    @Command(name = "list", description = "Lists the people of your organisation.")
    static final class ListAll extends Showing {

        ListAll() {
            super("/admins");
        }

        @Override
        void show(Json people, Terminal terminal) {
            Table table = new Table(
                    Table.Column.left("ADDRESS"),
                    Table.Column.text("NAME"),
                    Table.Column.text("ROLES"),
                    Table.Column.left("STATE"),
                    Table.Column.left("SECOND FACTOR"),
                    Table.Column.left("LAST SIGN-IN"),
                    Table.Column.right("SESSIONS"),
                    Table.Column.right("TOKENS"));
            for (Json one : people.get("data").list()) {
                table.row(
                        one.get("address").text(),
                        one.get("name").text(),
                        texts(one.get("roles")),
                        one.get("state").text(),
                        texts(one.get("second_factors")),
                        time(one.get("last_sign_in").get("at").text(), terminal),
                        one.get("sessions").text(),
                        one.get("tokens").text());
            }
            table.print(terminal.out(), terminal.width());
        }
    }

    private static String texts(Json list) {
        String joined = list.joined(" ");
        return joined.isEmpty() ? "-" : joined;
    }

    private static String time(String instant, Terminal terminal) {
        return instant.isEmpty()
                ? "never"
                : Texts.time(instant, terminal.clock().getZone());
    }

    /** The id of whoever has that address. */
    private static String id(Server server, String address) throws IOException {
        for (Json one : server.get("/admins").json().get("data").list()) {
            if (one.get("address").text().equals(address.strip().toLowerCase(Locale.ROOT))) {
                return one.get("id").text();
            }
        }
        throw new CliException(
                ExitCode.NOT_FOUND, "There is nobody of the address " + address + ". See: ./muniment user list");
    }

    /** As the API writes it; {@code archive-admin} and {@code archive-administrator} mean the same. */
    private static String role(String word) {
        String key = word.toLowerCase(Locale.ROOT).replace('-', '_');
        return key.equals("archive_admin") ? "archive_administrator" : key;
    }

    private static void printInvitation(Cli cli, Server server, Json answer) {
        Json invitation = answer.get("invitation");
        Terminal terminal = cli.terminal();
        terminal.say("Hand this over; she sets her own password with it until "
                + time(invitation.get("expires_at").text(), terminal)
                + ". It is shown this once.");
        terminal.out()
                .println(Plain.line(
                        server.address().origin() + invitation.get("path").text()));
    }

    /** Appoints somebody. */
    @Command(name = "add", description = "Appoints somebody; prints the invitation with which she sets her password.")
    static final class Add implements Action {

        @Parameters(paramLabel = "ADDRESS", description = "Who is appointed.")
        private String address = "";

        @Option(names = "--name", paramLabel = "NAME", description = "What the person is called (else the address).")
        private @Nullable String name;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = ROLES + "; repeat the option for more.")
        private List<String> roles = new ArrayList<>();

        @Mixin
        private Reason reason = new Reason();

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                JsonText request = new JsonText()
                        .put("address", address)
                        .put("name", name == null ? address : name)
                        .put("roles", roles.stream().map(UserCommand::role).toList())
                        .put("reason", reason.text());
                printInvitation(cli, server, server.post("/admins", request).json());
                return ExitCode.OK;
            }
        }
    }

    /** A change to one person, with a reason. */
    abstract static class Change implements Action {

        @Parameters(paramLabel = "ADDRESS", description = "Whom it is about.")
        private String address = "";

        @Mixin
        private Reason reason = new Reason();

        abstract String act();

        JsonText body(JsonText body) {
            return body;
        }

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                String path = "/admins/" + id(server, address) + ":" + act();
                Json answer = server.post(path, body(new JsonText().put("reason", reason.text())))
                        .json();
                if (answer.get("invitation").present()) {
                    printInvitation(cli, server, answer);
                } else {
                    cli.terminal()
                            .say(Plain.line(answer.get("address").text() + " is "
                                    + answer.get("state").text() + "; roles: " + texts(answer.get("roles"))));
                }
                return ExitCode.OK;
            }
        }
    }

    /** Grants a role. */
    @Command(name = "grant", description = "Grants a role; it holds at once.")
    static final class Grant extends Change {

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLES + ".")
        private String role = "";

        @Option(
                names = "--confirm-self",
                description = "Yes, give it to myself, although it reads mail. Every administrator is told.")
        private boolean confirmSelf;

        @Override
        String act() {
            return "grant";
        }

        @Override
        JsonText body(JsonText body) {
            return body.put("role", role(role)).put("confirm_self", confirmSelf);
        }
    }

    /** Takes a role away. */
    @Command(name = "revoke", description = "Takes a role away; it holds at once.")
    static final class Revoke extends Change {

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLES + ".")
        private String role = "";

        @Override
        String act() {
            return "revoke";
        }

        @Override
        JsonText body(JsonText body) {
            return body.put("role", role(role));
        }
    }

    /** Keeps somebody out. */
    @Command(name = "suspend", description = "Keeps somebody out; her sessions end, her tokens are not taken.")
    static final class Suspend extends Change {
        @Override
        String act() {
            return "suspend";
        }
    }

    /** Lets somebody in again. */
    @Command(name = "resume", description = "Lets somebody who is suspended in again.")
    static final class Resume extends Change {
        @Override
        String act() {
            return "resume";
        }
    }

    /** Ends the sessions of somebody. */
    @Command(name = "end-sessions", description = "Ends all sessions of somebody.")
    static final class EndSessions extends Change {
        @Override
        String act() {
            return "end-sessions";
        }
    }

    /** Removes the second factors of somebody. */
    @Command(name = "2fa-reset", description = "Removes all second factors of somebody who has lost them.")
    static final class ResetFactor extends Change {
        @Override
        String act() {
            return "reset-second-factor";
        }
    }

    /** Makes a new invitation. */
    @Command(
            name = "invite",
            description = "Prints a new invitation, for who has not used the first or forgot the password.")
    static final class Invite extends Change {
        @Override
        String act() {
            return "invite";
        }
    }

    /** Changes one's own password. */
    @Command(name = "passwd", description = "Changes your own password; your other sign-ins end.")
    static final class Passwd implements Action {

        @Option(
                names = "--new-password-file",
                paramLabel = "FILE",
                description = "One line \"address password\"; - for standard input. Else you are asked.")
        private @Nullable String newPasswordFile;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Terminal terminal = cli.terminal();
                String address =
                        server.get("/me").json().get("person").get("address").text();
                Secrets secrets = new Secrets(terminal);
                JsonText request = new JsonText()
                        .put("old_password", secrets.again(address))
                        .put("new_password", secrets.fresh(address, newPasswordFile, "--new-password-file"));
                server.call("PUT", "/me/password", "application/json", Server.body(request.bytes()))
                        .bytes();
                terminal.say("The password of " + Plain.line(address) + " is changed; other sign-ins have ended.");
                return ExitCode.OK;
            }
        }
    }
}
