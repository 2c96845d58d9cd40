package org.muniment.server.api;

import java.time.Instant;
import org.muniment.server.accounts.Turn;

/** An opening or closing of an archive account, as the API shows it. */
record TurnView(
        String account, String address, Instant at, String act, String who, String how, String reason, String batch) {

    static TurnView of(Turn turn) {
        return new TurnView(
                turn.account(),
                turn.address(),
                turn.at(),
                turn.opened() ? "opened" : "closed",
                turn.who(),
                turn.how().key(),
                turn.reason(),
                turn.batch());
    }
}
