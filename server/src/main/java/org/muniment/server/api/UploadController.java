package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Upload;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.uploads.UploadIntake;
import org.muniment.server.uploads.UploadRefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes files in pieces that can be resumed: tus 1.0.0 with its extensions creation and termination. */
@RestController
@RequestMapping("/api/v1/uploads")
final class UploadController {
    private static final String VERSION = "1.0.0";
    private static final String TUS_RESUMABLE = "Tus-Resumable";
    private static final String UPLOAD_LENGTH = "Upload-Length";
    private static final String UPLOAD_OFFSET = "Upload-Offset";
    private static final String PIECE_TYPE = "application/offset+octet-stream";
    private static final String MISSING = "not-found.upload";

    private final UploadIntake uploads;

    UploadController(UploadIntake uploads) {
        this.uploads = uploads;
    }

    /** Every request says which version it speaks, and every answer too. */
    @ModelAttribute
    void speakTus(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(TUS_RESUMABLE, VERSION);
        if (!VERSION.equals(request.getHeader(TUS_RESUMABLE))) {
            throw Problem.field(TUS_RESUMABLE, "invalid", Message.of("upload.version", TUS_RESUMABLE, VERSION))
                    .exception();
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void begin(
            @RequestHeader(name = UPLOAD_LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = UploadMetadata.HEADER, required = false) @Nullable String metadata,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws IOException {
        String name = UploadMetadata.filename(metadata);
        try {
            Upload upload = uploads.begin(Persons.only(caller).id(), name, number(UPLOAD_LENGTH, length));
            response.setHeader(HttpHeaders.LOCATION, "/api/v1/uploads/" + upload.id());
        } catch (UploadRefusedException e) {
            throw refused(e);
        }
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    void offset(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws IOException {
        Upload upload = uploads.find(id, Persons.only(caller).id()).orElseThrow(() -> Ids.notFound(id, MISSING));
        response.setHeader(UPLOAD_OFFSET, Long.toString(upload.held()));
        response.setHeader(UPLOAD_LENGTH, Long.toString(upload.length()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void append(
            @PathVariable String id,
            @RequestHeader(name = UPLOAD_OFFSET, required = false) @Nullable String offset,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long from = number(UPLOAD_OFFSET, offset);
        if (!PIECE_TYPE.equals(request.getContentType())) {
            throw Problem.field("Content-Type", "invalid", Message.of("invalid.content-type", PIECE_TYPE))
                    .exception();
        }
        try {
            Optional<Long> end = uploads.append(
                    id, Persons.only(caller).id(), from, request.getContentLengthLong(), request.getInputStream());
            response.setHeader(UPLOAD_OFFSET, Long.toString(end.orElseThrow(() -> Ids.notFound(id, MISSING))));
        } catch (UploadRefusedException e) {
            throw refused(e);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id, @AuthenticationPrincipal Caller caller) throws IOException {
        try {
            if (!uploads.drop(id, Persons.only(caller).id())) {
                throw Ids.notFound(id, MISSING);
            }
        } catch (UploadRefusedException e) {
            throw refused(e);
        }
    }

    private static long number(String header, @Nullable String value) {
        boolean number = value != null && value.matches("[0-9]{1,18}");
        if (!number) {
            throw Problem.field(header, value == null ? "required" : "invalid", Message.of("upload.bytes", header))
                    .exception();
        }
        return Long.parseLong(String.valueOf(value));
    }

    private static ProblemException refused(UploadRefusedException e) {
        ProblemCode code = switch (e.why()) {
            case TOO_LARGE -> ProblemCode.TOO_LARGE;
            case NO_ROOM -> ProblemCode.STORAGE_FULL;
            case TOO_MANY, TOO_LONG -> ProblemCode.INVALID_REQUEST;
            case WRONG_OFFSET, IN_USE -> ProblemCode.CONFLICT;
        };
        return Problem.of(code, e.sentence()).exception();
    }
}
