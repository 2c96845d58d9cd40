package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sets from which directory server accounts are read. */
@Command(
        name = "set",
        description = "Sets from which directory server accounts are read; what is not given stays."
                + " Try it first with directory ldap test.")
final class LdapSetCommand implements Action {

    @Mixin
    private LdapOptions options = new LdapOptions();

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        try (Server server = cli.asPerson()) {
            JsonText wanted = options.over(server.get(LdapCommand.PATH).json(), terminal);
            Json now = server.put(LdapCommand.PATH, wanted).json();
            LdapCommand.print(now, terminal.out(), terminal.clock().getZone());
            return ExitCode.OK;
        }
    }
}
