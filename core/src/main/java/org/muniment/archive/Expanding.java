package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Expansion;
import org.muniment.index.Expansion.Holding;
import org.muniment.index.query.Field;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;

/**
 * Looks up who is meant by the accounts and departments of a query, and describes that for the log in a few words: as
 * of when, how many addresses, and a digest of all of them, by which a later page knows whether it still means the same.
 */
final class Expanding {
    private static final String AS_OF = "directory.as_of";
    private static final String ADDRESSES = "directory.addresses";
    private static final String DIGEST = "directory.digest";

    private final Directory directory;

    Expanding(Directory directory) {
        this.directory = directory;
    }

    /**
     * A query with who is meant by it.
     *
     * @param asOf {@code null} if the query names nobody who would have to be looked up
     */
    record Expanded(Expansion expansion, @Nullable Instant asOf) {

        /** Writes down what a log entry keeps of it. */
        void describe(Map<String, String> detail) {
            if (asOf != null) {
                detail.put(AS_OF, asOf.toString());
                detail.put(ADDRESSES, Integer.toString(addresses()));
                detail.put(DIGEST, digest());
            }
        }

        private int addresses() {
            Set<String> addresses = new HashSet<>();
            expansion.aliases().forEach((account, aliases) -> {
                addresses.add(account);
                aliases.forEach(alias -> addresses.add(alias.address()));
            });
            expansion.members().values().forEach(members -> members.forEach(member -> addresses.add(member.address())));
            return addresses.size();
        }

        private String digest() {
            Set<String> lines = new TreeSet<>();
            expansion.aliases().forEach((account, aliases) -> aliases.forEach(one -> lines.add(line(account, one))));
            expansion.members().forEach((department, members) -> {
                String name = department.text();
                members.forEach(one -> lines.add(line(name, one)));
            });
            MessageDigest digest = sha256();
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static String line(String name, Holding holding) {
        return name + " " + holding.address() + " " + holding.from() + " " + holding.to();
    }

    /**
     * Looks everybody up.
     *
     * @param text what was typed, for the place of a department that is not there
     */
    Expanded expand(Query query, String text, Instant asOf) throws QuerySyntaxException, IOException {
        Set<String> accounts = new LinkedHashSet<>();
        Set<Query.Department> departments = new LinkedHashSet<>();
        collect(query, accounts, departments);
        if (accounts.isEmpty() && departments.isEmpty()) {
            return new Expanded(Expansion.none(), null);
        }
        Map<String, List<Holding>> known = accounts.isEmpty() ? Map.of() : directory.aliases(accounts, asOf);
        Map<String, List<Holding>> aliases = new HashMap<>();
        accounts.forEach(account -> aliases.put(account, asOf(known.getOrDefault(account, List.of()), asOf)));
        Map<Query.Department, List<Holding>> members = new HashMap<>();
        for (Query.Department department : departments) {
            members.put(department, members(department, text, asOf));
        }
        return new Expanded(new Expansion(aliases, members), asOf);
    }

    private List<Holding> members(Query.Department department, String text, Instant asOf)
            throws QuerySyntaxException, IOException {
        try {
            List<Holding> everyone = asOf(directory.members(department.reference(), department.below(), asOf), asOf);
            return department.now() ? present(everyone) : everyone;
        } catch (UnknownDepartmentException e) {
            throw Query.unknown(department, text);
        }
    }

    /** What was known then: what began later had not happened, what ended later still lasted. */
    private static List<Holding> asOf(List<Holding> holdings, Instant asOf) {
        List<Holding> known = new ArrayList<>();
        for (Holding one : holdings) {
            if (one.from() == null || !one.from().isAfter(asOf)) {
                boolean lasts = one.to() == null || one.to().isAfter(asOf);
                known.add(lasts ? new Holding(one.address(), one.from(), null) : one);
            }
        }
        return known;
    }

    private static List<Holding> present(List<Holding> everyone) {
        return everyone.stream()
                .filter(one -> one.to() == null)
                .map(one -> new Holding(one.address(), null, null))
                .toList();
    }

    /** Looks everybody up again, for a run that was made with what the detail says. */
    Expansion again(Query query, String runId, Map<String, String> detail) throws IOException {
        String asOf = detail.get(AS_OF);
        if (asOf == null) {
            return Expansion.none();
        }
        try {
            Expanded expanded = expand(query, query.text(), Instant.parse(asOf));
            if (expanded.digest().equals(detail.get(DIGEST))) {
                return expanded.expansion();
            }
        } catch (QuerySyntaxException e) {
            // a department that was there then is not any more
        }
        throw new DirectoryChangedException(runId);
    }

    private static void collect(Query query, Set<String> accounts, Set<Query.Department> departments) {
        switch (query) {
            case Query.And and -> and.parts().forEach(part -> collect(part, accounts, departments));
            case Query.Or or -> or.parts().forEach(part -> collect(part, accounts, departments));
            case Query.Not not -> collect(not.part(), accounts, departments);
            case Query.Department department -> departments.add(department);
            case Query.Text text -> {
                if (text.fields().contains(Field.ACCOUNT)) {
                    accounts.add(text.value());
                }
            }
            case Query.All all -> {}
            case Query.Size size -> {}
            case Query.Is is -> {}
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
