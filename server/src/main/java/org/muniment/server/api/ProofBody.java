package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.server.factors.ConsoleHost;
import org.muniment.server.language.Message;
import org.muniment.server.security.Proof;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Proofs as requests carry them. */
final class ProofBody {
    private ProofBody() {}

    /** The only one that was given. */
    static Proof only(
            @Nullable String password,
            @Nullable String code,
            @Nullable String recoveryCode,
            @Nullable JsonNode passkey,
            HttpServletRequest request) {
        List<Proof> given = new ArrayList<>();
        if (password != null) {
            given.add(new Proof.Password(password));
        }
        if (code != null) {
            given.add(new Proof.Code(code));
        }
        if (recoveryCode != null) {
            given.add(new Proof.RecoveryCode(recoveryCode));
        }
        if (passkey != null && !passkey.isNull()) {
            given.add(new Proof.Passkey(passkey.toString(), host(request)));
        }
        if (given.size() != 1) {
            throw Problem.of(ProblemCode.INVALID_REQUEST, Message.of("proof.one-of"))
                    .exception();
        }
        return given.getFirst();
    }

    /** Where the browser reached the console; the host filter knows the name. */
    static ConsoleHost host(HttpServletRequest request) {
        String authority = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), request.getServerName());
        return new ConsoleHost(request.getServerName().toLowerCase(Locale.ROOT), authority.toLowerCase(Locale.ROOT));
    }
}
