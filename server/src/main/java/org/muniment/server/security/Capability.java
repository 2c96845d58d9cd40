package org.muniment.server.security;

import static org.muniment.server.database.Role.ARCHIVE_ADMINISTRATOR;
import static org.muniment.server.database.Role.AUDITOR;
import static org.muniment.server.database.Role.OPERATOR;
import static org.muniment.server.database.Role.POSTMASTER;
import static org.muniment.server.database.Role.REVIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muniment.server.database.Role;

/**
 * One thing that somebody may do, and the roles that bring it. {@link AccessRules} asks for capabilities, never for
 * roles, so that a token can be given fewer of them than its owner has.
 */
public enum Capability {
    /** Sees the summary of the archive, its history and its counts. */
    ARCHIVE_READ(OPERATOR, POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Turns archiving on and off. */
    ARCHIVE_SWITCH(ARCHIVE_ADMINISTRATOR),
    /** Sees whose mail is archived. */
    ACCOUNTS_READ(POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Opens and closes archive accounts. */
    ACCOUNTS_WRITE(ARCHIVE_ADMINISTRATOR),
    /** Sees by which rules mail is archived. */
    RULES_READ(POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Changes the rules that are settings. */
    RULES_WRITE(ARCHIVE_ADMINISTRATOR),
    /** Searches. */
    SEARCH_RUN(ARCHIVE_ADMINISTRATOR),
    /** Opens messages. */
    MESSAGES_READ(ARCHIVE_ADMINISTRATOR),
    /** Takes messages out. */
    MESSAGES_EXPORT(ARCHIVE_ADMINISTRATOR),
    /** Uploads and imports mail. */
    IMPORTS_WRITE(ARCHIVE_ADMINISTRATOR),
    /** Sees departments and people of the organisation. */
    DIRECTORY_READ(POSTMASTER, ARCHIVE_ADMINISTRATOR),
    /** Changes them. */
    DIRECTORY_WRITE(POSTMASTER),
    /** Sees who has which role. */
    ADMINS_READ(POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Appoints, suspends, sets the rules of signing in. */
    ADMINS_WRITE(POSTMASTER),
    /** Appoints reviewers. */
    REVIEWERS_WRITE(ARCHIVE_ADMINISTRATOR),
    /** Reads the archive log. */
    LOG_READ(OPERATOR, POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Sees in it what was read out of mail, as names of attachments. */
    LOG_CONTENT(ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Reads what she did herself. */
    LOG_OWN(OPERATOR, POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR, REVIEWER),
    /** Has everything read and recomputed. */
    INTEGRITY_RUN(POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Has the index built again. */
    INDEX_WRITE(ARCHIVE_ADMINISTRATOR),
    /** Sees how the machine is doing. */
    SYSTEM_READ(OPERATOR, POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR),
    /** Makes organisations and sets their seats and terms. */
    ORGANISATIONS_WRITE(OPERATOR);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
    private final Set<Role> roles;

    Capability(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** As API and tokens write it: {@code messages:read}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Whether it lets see mail or part of it, or take it out; a role that brings such a one {@link Role#readsMail}. */
    public boolean showsMail() {
        return this == SEARCH_RUN || this == MESSAGES_READ || this == MESSAGES_EXPORT || this == LOG_CONTENT;
    }

    /** The one that is written so. */
    public static Optional<Capability> named(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** All that these roles bring. */
    public static Set<Capability> of(Set<Role> roles) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        for (Capability one : values()) {
            if (one.roles.stream().anyMatch(roles::contains)) {
                all.add(one);
            }
        }
        return all;
    }
}
