package org.muniment.server.cli;

import picocli.CommandLine.Command;

/** What operators do with organisations; each subcommand does one thing. */
@Command(
        name = "organisation",
        description = "Lists, makes and changes the organisations of a machine.",
        subcommands = {
            OrganisationListCommand.class,
            OrganisationNewCommand.class,
            OrganisationSetCommand.class
        })
final class OrganisationCommand {}
