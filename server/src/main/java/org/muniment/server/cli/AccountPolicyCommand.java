package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whose mail is archived: all of the organisation's domains or opened accounts alone, and which accounts open by themselves. */
@Command(
        name = "policy",
        description = "Shows whose mail is archived, and which new accounts open by themselves.",
        subcommands = AccountPolicySetCommand.class)
final class AccountPolicyCommand implements Action {
    static final String PATH = "/archive/policy";
    static final String WHOLE_DOMAIN = "whole_domain";
    static final String DEPARTMENTS = "departments";

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asPerson()) {
            PrintStream out = cli.terminal().out();
            byte[] policy = server.get(PATH).bytes();
            Map<String, String> paths = asJson.isWanted() ? Map.of() : paths(server, Json.read(policy));
            asJson.print(policy, out, shown -> print(shown, paths, out));
            return ExitCode.OK;
        }
    }

    /** Prints a policy with its departments by their paths. */
    static void print(Server server, Json policy, PrintStream out) throws IOException {
        print(policy, paths(server, policy), out);
    }

    /** The paths of its departments by their ids; none for who may not read the directory, such as an auditor. */
    private static Map<String, String> paths(Server server, Json policy) throws IOException {
        Map<String, String> paths = new HashMap<>();
        if (policy.get("open_new").get("scope").text().equals(DEPARTMENTS)) {
            try {
                Departments.of(server)
                        .all()
                        .forEach(one -> paths.put(one.get("id").text(), Departments.path(one)));
            } catch (Refusal e) {
                if (e.exitCode() != ExitCode.NOT_ALLOWED) {
                    throw e;
                }
            }
        }
        return paths;
    }

    private static void print(Json policy, Map<String, String> paths, PrintStream out) {
        boolean whole = policy.get("mode").text().equals(WHOLE_DOMAIN);
        out.println("Archived:          "
                + (whole ? "mail of the whole domain (whole-domain)" : "mail of opened accounts (opened-accounts)"));
        out.println("New accounts open: " + Plain.line(whom(policy.get("open_new"), paths)));
    }

    private static String whom(Json openNew, Map<String, String> paths) {
        String scope = openNew.get("scope").text();
        if (!scope.equals(DEPARTMENTS)) {
            return scope;
        }
        List<Json> departments = openNew.get(DEPARTMENTS).list();
        return "those of "
                + departments.stream()
                        .map(one -> paths.getOrDefault(one.text(), one.text()))
                        .collect(Collectors.joining(", "))
                + (openNew.get("subdepartments").yes() ? ", and all below" : "");
    }
}
