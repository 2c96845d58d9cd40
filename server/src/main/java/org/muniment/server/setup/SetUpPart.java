package org.muniment.server.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any part of a {@link SetUpRequest}, as far as it is filled in; what is {@code null} was not. */
public record SetUpPart(
        @Nullable String organisation,
        @Nullable List<String> domains,
        @Nullable Who postmaster,
        @Nullable Who archiveAdministrator,
        @Nullable Integer retentionYears) {

    /** A person who is to be appointed, as far as she is known. */
    public record Who(@Nullable String address, @Nullable String password) {

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Who[" + address + "]";
        }

        private static Who of(SetUpRequest.NewPerson person) {
            return new Who(person.address(), person.password());
        }
    }

    /** All of a request. */
    static SetUpPart of(SetUpRequest request) {
        return new SetUpPart(
                request.organisation(),
                request.domains(),
                Who.of(request.postmaster()),
                Who.of(request.archiveAdministrator()),
                request.retentionYears());
    }
}
