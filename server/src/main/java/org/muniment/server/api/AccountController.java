package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountList;
import org.muniment.server.accounts.DepartmentAccounts;
import org.muniment.server.accounts.Turn;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.DepartmentTree;
import org.muniment.server.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows whose mail is archived, and what was done with their accounts. */
@RestController
final class AccountController {
    private static final int PRESET_LIMIT = 50;
    private static final int MOST = 500;
    private static final String[] COLUMNS = {
        "address", "name", "departments", "status", "directory", "opened", "closed", "known"
    };
    private static final String ID = "acct_[0-9a-z]{26}";

    private final OpenArchives archives;
    private final AccountList accounts;
    private final DepartmentAccounts departments;

    AccountController(OpenArchives archives, AccountList accounts, DepartmentAccounts departments) {
        this.archives = archives;
        this.accounts = accounts;
        this.departments = departments;
    }

    record Page(List<ArchiveAccountView> data, @Nullable String nextCursor, long total) {}

    record Detail(ArchiveAccountView account, List<TurnView> history) {}

    record Turns(List<TurnView> data, @Nullable String nextCursor) {}

    @GetMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
    Page accounts(
            @ModelAttribute AccountQuery.Conditions conditions,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller) {
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST);
        String organisation = organisation(caller);
        DepartmentTree tree = departments.tree(organisation);
        AccountList.Page page = accounts.page(
                organisation,
                AccountQuery.filter(organisation, departments, conditions),
                AccountQuery.behind(cursor),
                most);
        return new Page(
                page.accounts().stream()
                        .map(one -> ArchiveAccountView.of(one, tree))
                        .toList(),
                page.next(),
                page.total());
    }

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    @GetMapping(path = "/api/v1/accounts", produces = CsvAnswer.TYPE)
    void table(
            @ModelAttribute AccountQuery.Conditions conditions,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws IOException {
        String organisation = organisation(caller);
        AccountList.Filter filter = AccountQuery.filter(organisation, departments, conditions);
        DepartmentTree tree = departments.tree(organisation);
        try (var csv = CsvAnswer.begin(response, "accounts.csv", COLUMNS)) {
            String behind = null;
            do {
                AccountList.Page page = accounts.page(organisation, filter, behind, MOST);
                for (AccountList.Listed listed : page.accounts()) {
                    ArchiveAccountView one = ArchiveAccountView.of(listed, tree);
                    csv.row(
                            one.address(),
                            one.name(),
                            one.departments().stream()
                                    .map(place -> String.join("/", place.path()))
                                    .collect(Collectors.joining("; ")),
                            one.status(),
                            one.directory(),
                            time(one.opened()),
                            time(one.closed()),
                            time(one.known()));
                }
                behind = page.next();
            } while (behind != null);
        }
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    @GetMapping("/api/v1/accounts/{id}")
    Detail account(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        if (!id.matches(ID)) {
            throw Ids.notFound(id, "not-found.account");
        }
        String organisation = organisation(caller);
        AccountList.Listed found =
                accounts.find(organisation, id).orElseThrow(() -> Ids.notFound(id, "not-found.account"));
        return new Detail(
                ArchiveAccountView.of(found, departments.tree(organisation)),
                accounts.history(id).stream().map(TurnView::of).toList());
    }

    @GetMapping(path = "/api/v1/accounts:history", produces = MediaType.APPLICATION_JSON_VALUE)
    Turns turns(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller) {
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST);
        List<Turn> found = accounts.turns(organisation(caller), AccountQuery.before(cursor), most + 1);
        boolean more = found.size() > most;
        List<Turn> shown = more ? found.subList(0, most) : found;
        return new Turns(
                shown.stream().map(TurnView::of).toList(),
                more ? Long.toString(shown.getLast().number()) : null);
    }

    @GetMapping(path = "/api/v1/accounts:history", produces = CsvAnswer.TYPE)
    void turnsTable(@AuthenticationPrincipal Caller caller, HttpServletResponse response) throws IOException {
        String organisation = organisation(caller);
        try (var csv = CsvAnswer.begin(
                response, "account-history.csv", "time", "address", "act", "how", "who", "reason", "batch")) {
            List<Turn> some = accounts.turns(organisation, Long.MAX_VALUE, MOST);
            while (!some.isEmpty()) {
                for (Turn turn : some) {
                    TurnView one = TurnView.of(turn);
                    csv.row(
                            one.at().toString(),
                            one.address(),
                            one.act(),
                            one.how(),
                            one.who(),
                            one.reason(),
                            one.batch());
                }
                some = accounts.turns(organisation, some.getLast().number(), MOST);
            }
        }
    }
}
