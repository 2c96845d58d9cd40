package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Sessions;
import org.muniment.server.language.Message;

/**
 * Why somebody reads: a reason, a case, or both.
 *
 * @param matter the id of a case
 */
record PurposeBody(
        @Nullable String reason,
        @JsonProperty("case") @Nullable String matter) {

    Sessions.Purpose purpose() {
        String why = given(reason);
        String which = given(matter);
        if (why == null && which == null) {
            throw Problem.field("/reason", "required", Message.of("invalid.required", "/reason"))
                    .exception();
        }
        if (why != null && !AuditHeaders.isReason(why)) {
            throw AuditHeaders.wrong("/reason");
        }
        if (which != null && !AuditHeaders.isCase(which)) {
            throw AuditHeaders.wrong("/case");
        }
        return new Sessions.Purpose(why, which);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
