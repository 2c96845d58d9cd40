package org.muniment.server.api;

import java.time.Duration;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException;
import org.muniment.server.security.Proofs;

/** How refusals of the people part are answered. */
final class Refusals {
    private Refusals() {}

    static Problem problem(RefusedException refused) {
        return switch (refused.kind()) {
            case NOT_FOUND -> Problem.of(ProblemCode.NOT_FOUND, refused.sentence());
            case FORBIDDEN -> Problem.of(ProblemCode.FORBIDDEN, refused.sentence());
            case CONFLICT -> Problem.of(ProblemCode.CONFLICT, refused.sentence());
            case FIELD -> Problem.field(refused.pointer(), "invalid", refused.sentence());
            case REQUIRED -> Problem.field(refused.pointer(), "required", refused.sentence());
        };
    }

    /** Returns if the proof held. */
    static void held(Proofs.Answer answer, String wrong) {
        switch (answer) {
            case Proofs.Answer.Held _ -> {}
            case Proofs.Answer.Wrong _ ->
                throw Problem.of(ProblemCode.NOT_AUTHENTICATED, Message.of(wrong))
                        .exception();
            case Proofs.Answer.Wait wait -> throw wait(wait.left());
        }
    }

    static ProblemException wait(Duration left) {
        return ProblemWriter.tooMany(left).exception();
    }
}
