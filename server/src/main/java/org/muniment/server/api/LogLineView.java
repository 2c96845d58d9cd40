package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.server.audit.LogLine;

/** An entry of the log as lists show it. */
record LogLineView(
        String id,
        long place,
        Instant time,
        String administrator,
        @Nullable String ip,
        String type,
        String sentence,
        @Nullable String object,
        @Nullable String reason,
        @JsonProperty("case") @Nullable String matter,
        String result) {

    static LogLineView of(LogLine line) {
        return new LogLineView(
                line.id(),
                line.place(),
                line.time(),
                line.administrator(),
                line.address(),
                line.type(),
                line.sentence(),
                line.object(),
                line.reason(),
                line.matter(),
                line.result());
    }
}
