package org.muniment.server.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;
import org.muniment.server.setup.OrganisationTerms;
import tools.jackson.databind.JsonNode;

/**
 * A change of an organisation as a JSON merge patch (RFC 7396): what is not named stays, {@code null} takes a limit or an
 * end away.
 */
final class OrganisationPatch {
    private static final int LONGEST_SHOWN = 40;

    private final JsonNode patch;

    OrganisationPatch(JsonNode patch) {
        if (!patch.isObject()) {
            throw Problem.of(ProblemCode.INVALID_REQUEST, Message.of("invalid.object"))
                    .exception();
        }
        this.patch = patch;
        patch.properties().forEach(field -> known(field.getKey()));
    }

    private static void known(String field) {
        switch (field) {
            case "name", "seats", "service_ends", "retention_years", "reason" -> {
                // what it holds is looked at where it is used
            }
            default -> {
                String shown =
                        "/" + (field.length() > LONGEST_SHOWN ? field.substring(0, LONGEST_SHOWN) + "…" : field);
                throw Problem.field(shown, "unknown", Message.of("invalid.unknown", shown))
                        .exception();
            }
        }
    }

    String reason() {
        JsonNode reason = patch.path("reason");
        return Required.text(
                "/reason", reason.isString() ? reason.asString() : null, OrganisationsController.LONGEST_REASON);
    }

    OrganisationTerms appliedTo(OrganisationTerms now) {
        return new OrganisationTerms(
                patch.has("name") ? name() : now.name(),
                patch.has("seats") ? seats() : now.seats(),
                patch.has("service_ends") ? serviceEnds() : now.serviceEnds(),
                patch.has("retention_years") ? number("/retention_years") : now.retentionYears());
    }

    private String name() {
        JsonNode name = patch.path("name");
        if (!name.isString()) {
            throw wrongKind("/name");
        }
        return name.asString();
    }

    private @Nullable Integer seats() {
        return patch.path("seats").isNull() ? null : (Integer) number("/seats");
    }

    private int number(String pointer) {
        JsonNode number = patch.at(pointer);
        if (!number.isIntegralNumber() || !number.canConvertToInt()) {
            throw wrongKind(pointer);
        }
        return number.asInt();
    }

    private @Nullable LocalDate serviceEnds() {
        JsonNode day = patch.path("service_ends");
        if (day.isNull()) {
            return null;
        }
        try {
            if (day.isString()) {
                return LocalDate.parse(day.asString());
            }
        } catch (DateTimeException e) {
            // the same answer as for anything else that is no day
        }
        throw wrongKind("/service_ends");
    }

    private static ProblemException wrongKind(String pointer) {
        return Problem.field(pointer, "invalid", Message.of("invalid.kind", pointer))
                .exception();
    }
}
