package org.muniment.server.directory;

import org.jspecify.annotations.Nullable;
import org.muniment.server.ldap.LdapServer;

/**
 * From where and how a directory is read. The password is not part of it.
 *
 * @param bindDn as whom; {@code null} for nobody
 * @param base below which accounts are looked for
 * @param filter which entries are accounts (RFC 4515)
 * @param departments where departments come from
 * @param pageSize entries per page (RFC 2696)
 * @param hour for {@link Every#DAY}: at which hour of the day, UTC
 */
public record LdapSettings(
        LdapServer server,
        @Nullable String bindDn,
        String base,
        String filter,
        Attributes attributes,
        Departments departments,
        int pageSize,
        Every every,
        int hour,
        Threshold threshold) {

    /**
     * Which attributes say what; {@code null} for what is not read.
     *
     * @param department holds paths such as {@code Sales/North}; used with {@link Departments#ATTRIBUTE}
     * @param id by which an entry is known whatever it is called, such as {@code entryUUID} or {@code objectGUID}
     * @param disabled tells that an account is disabled; {@code userAccountControl} is read as Active Directory means it
     */
    public record Attributes(
            String address,
            @Nullable String name,
            @Nullable String aliases,
            @Nullable String department,
            @Nullable String id,
            @Nullable String disabled) {}

    /** Where departments come from. */
    public enum Departments {
        /** The organisational units between the base and the entry. */
        OU,
        ATTRIBUTE,
        /** Nowhere: they are kept by hand. */
        NONE
    }

    /** When it is read by itself. */
    public enum Every {
        OFF,
        HOUR,
        DAY
    }
}
