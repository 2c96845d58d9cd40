package org.muniment.server.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.server.setup.NewOrganisation;

/** A further organisation as the API takes it. */
record NewOrganisationBody(
        @Nullable String name,
        @Nullable List<@Nullable String> domains,
        @Nullable Integer seats,
        @Nullable LocalDate serviceEnds,
        @Nullable Integer retentionYears,
        SetUpBody.@Nullable PersonBody postmaster,
        @Nullable String reason) {

    /** All of it, or the problem that something is missing. */
    NewOrganisation request() {
        List<String> names = Required.value("/domains", domains).stream()
                .map(domain -> Objects.requireNonNullElse(domain, ""))
                .toList();
        return new NewOrganisation(
                Required.value("/name", name),
                names,
                seats,
                serviceEnds,
                retentionYears,
                Required.value("/postmaster", postmaster).person("/postmaster"),
                Required.text("/reason", reason, OrganisationsController.LONGEST_REASON));
    }
}
