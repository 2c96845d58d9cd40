package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.events.Event;
import org.muniment.server.events.EventStream;
import org.muniment.server.events.EventStreams;
import org.muniment.server.language.Language;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Capability;
import org.muniment.server.security.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells what happens, as server-sent events, for as long as the session lasts. A virtual thread per listener waits. */
@RestController
final class EventsController {
    private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long RETRY_SECONDS = 30;

    private final OpenArchives archives;
    private final EventStreams streams;
    private final StatusWatch watch;
    private final Standing standing;
    private final JsonMapper json;

    EventsController(
            OpenArchives archives,
            EventStreams streams,
            StatusWatch watch,
            Standing standing,
            JsonMapper json) {
        this.archives = archives;
        this.streams = streams;
        this.watch = watch;
        this.standing = standing;
        this.json = json;
    }

    @GetMapping("/api/v1/events")
    void events(@AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = ProblemWriter.language(request);
        Caller.Person person = Persons.only(caller);
        boolean administrator = person.may(Capability.MESSAGES_READ);
        try (EventStream stream = streams.open(person.id(), person.organisation(), administrator)
                .orElseThrow(EventsController::tooMany)) {
            var first = new Event(
                    person.organisation(), "status", "", Event.Audience.EVERYBODY, watch.begin(person.own(archives)));
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // or a proxy keeps events until it has many
            tell(person, stream, language, List.of(first), response.getOutputStream());
        }
    }

    private static ProblemException tooMany() {
        return Problem.of(ProblemCode.RATE_LIMITED, Message.of("events.too-many"))
                .retryAfter(RETRY_SECONDS)
                .exception();
    }

    private void tell(
            Caller.Person person, EventStream stream, Language language, List<Event> first, OutputStream out) {
        try {
            List<Event> events = first;
            // Asked before every write: who has signed out, or may less by now, hears nothing more.
            while (stream.isOpen() && standing.isAsBefore(person)) {
                write(events, language, out);
                events = stream.next(HEARTBEAT_MILLIS);
            }
        } catch (IOException e) {
            LOG.debug("A listener went away", e);
        }
    }

    private void write(List<Event> events, Language language, OutputStream out) throws IOException {
        var text = new StringBuilder(events.isEmpty() ? ":\n\n" : "");
        for (Event event : events) {
            text.append("event: ").append(event.name()).append('\n');
            Object body = event.body() instanceof Spoken spoken ? spoken.in(language) : event.body();
            text.append("data: ").append(json.writeValueAsString(body)).append("\n\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
