package org.muniment.server.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which new accounts of the directory open by themselves.
 *
 * @param departments ids, if only those of some departments do
 * @param subdepartments whether what lies below these counts too
 * @param since only accounts that are known since then are new
 */
public record OpenNew(Scope scope, List<String> departments, boolean subdepartments, Instant since) {

    /** Of whom. */
    public enum Scope {
        NONE,
        EVERYBODY,
        DEPARTMENTS;

        /** As API and database write it: {@code everybody}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so. */
        public static Optional<Scope> named(String key) {
            for (Scope one : values()) {
                if (one.key().equals(key)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    public OpenNew {
        departments = scope == Scope.DEPARTMENTS ? List.copyOf(departments) : List.of();
    }

    /** Nobody's. */
    static OpenNew none() {
        return new OpenNew(Scope.NONE, List.of(), true, Instant.EPOCH);
    }

    /** As the archive log tells it. */
    String told() {
        return scope == Scope.DEPARTMENTS
                ? String.join(" ", departments) + (subdepartments ? " with subdepartments" : "")
                : scope.key();
    }
}
