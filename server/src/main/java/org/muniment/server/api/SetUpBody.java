package org.muniment.server.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.language.Message;
import org.muniment.server.setup.SetUpPart;
import org.muniment.server.setup.SetUpRequest;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/** A set-up, or any part of one, as the API takes it. */
record SetUpBody(
        @Nullable String organisation,
        @Nullable List<@Nullable String> domains,
        @Nullable PersonBody postmaster,
        @Nullable PersonBody archiveAdministrator,
        @Nullable String secondFactor,
        @Nullable Integer retentionYears) {

    record PersonBody(@Nullable String address, @Nullable String password) {

        NewPerson person(String pointer) {
            return new NewPerson(
                    Required.value(pointer + "/address", address), Required.value(pointer + "/password", password));
        }

        SetUpPart.Who who() {
            return new SetUpPart.Who(address, password);
        }

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "PersonBody[" + address + "]";
        }
    }

    /** All of it, or the problem that something is missing. */
    SetUpRequest request() {
        return new SetUpRequest(
                Required.value("/organisation", organisation),
                Required.value("/domains", names()),
                Required.value("/postmaster", postmaster).person("/postmaster"),
                Required.value("/archive_administrator", archiveAdministrator).person("/archive_administrator"),
                secondFactor == null ? SecondFactor.REQUIRED : factor(secondFactor),
                retentionYears);
    }

    /** What there is of it. */
    SetUpPart part() {
        if (secondFactor != null) {
            factor(secondFactor);
        }
        return new SetUpPart(
                organisation,
                names(),
                postmaster == null ? null : postmaster.who(),
                archiveAdministrator == null ? null : archiveAdministrator.who(),
                retentionYears);
    }

    private @Nullable List<String> names() {
        return domains == null
                ? null
                : domains.stream()
                        .map(name -> Objects.requireNonNullElse(name, ""))
                        .toList();
    }

    private static SecondFactor factor(String key) {
        for (SecondFactor value : SecondFactor.values()) {
            if (value.key().equals(key)) {
                return value;
            }
        }
        throw Problem.field(
                        "/second_factor",
                        "invalid",
                        Message.of("invalid.one-of", "/second_factor", "optional, required"))
                .exception();
    }
}
