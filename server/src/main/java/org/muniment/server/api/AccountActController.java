package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.muniment.server.accounts.AccountTurns;
import org.muniment.server.accounts.DepartmentAccounts;
import org.muniment.server.accounts.Effect;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens and closes archive accounts, many in one act; closing needs a fresh proof of who asks. */
@RestController
final class AccountActController {
    private final OpenArchives archives;
    private final AccountTurns turns;
    private final DepartmentAccounts departments;
    private final Reauthentication reauthentication;

    AccountActController(
            OpenArchives archives,
            AccountTurns turns,
            DepartmentAccounts departments,
            Reauthentication reauthentication) {
        this.archives = archives;
        this.turns = turns;
        this.departments = departments;
        this.reauthentication = reauthentication;
    }

    @PostMapping("/api/v1/accounts:open")
    EffectView open(
            @RequestBody AccountActBody body, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        return act(true, body, caller, request);
    }

    @PostMapping("/api/v1/accounts:close")
    EffectView close(
            @RequestBody AccountActBody body, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        if (!body.isPreview()) {
            reauthentication.require(caller);
        }
        return act(false, body, caller, request);
    }

    private EffectView act(boolean open, AccountActBody body, Caller caller, HttpServletRequest request)
            throws IOException {
        var organisation = caller.own(archives).organisation();
        AccountDoor door = AccountDoor.of(organisation, departments, turns, open, body, caller);
        if (!body.isPreview() && !door.faults().isEmpty()) {
            throw Problem.fields(door.faults()).exception();
        }
        Effect effect = body.isPreview()
                ? turns.preview(organisation.id(), open, door.wanted())
                : Logged.first(() -> turns.turn(organisation.id(), open, door.wanted()));
        return EffectView.of(body.isPreview(), effect, door.faults(), ProblemWriter.language(request));
    }
}
