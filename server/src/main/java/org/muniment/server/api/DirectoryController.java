package org.muniment.server.api;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.Account;
import org.muniment.server.directory.AccountChange;
import org.muniment.server.directory.AccountDraft;
import org.muniment.server.directory.AccountSource;
import org.muniment.server.directory.AccountState;
import org.muniment.server.directory.Department;
import org.muniment.server.directory.DepartmentTree;
import org.muniment.server.directory.MemberChanges;
import org.muniment.server.directory.Members;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the accounts of the directory, and changes them one by one. */
@RestController
@RequestMapping("/api/v1/directory")
final class DirectoryController {
    private static final int PRESET_LIMIT = 50;
    private static final int MOST = 500;
    private static final int LONGEST_TEXT = 200;
    private static final int PRESET_SUGGESTIONS = 10;
    private static final int MOST_SUGGESTIONS = 50;

    private final OpenArchives archives;
    private final Members members;
    private final MemberChanges changes;

    DirectoryController(OpenArchives archives, Members members, MemberChanges changes) {
        this.archives = archives;
        this.members = members;
        this.changes = changes;
    }

    record Page(List<AccountView> data, @Nullable String nextCursor, long total) {}

    record Addition(
            @Nullable String address,
            @Nullable String name,
            @Nullable List<String> aliases,
            @Nullable List<String> departments,
            @Nullable String state,
            @Nullable String since) {}

    record Change(
            @Nullable String address,
            @Nullable String name,
            @Nullable List<String> aliases,
            @Nullable List<String> departments,
            @Nullable String state) {}

    record MembershipView(
            String department,
            List<String> path,
            @Nullable Instant since,
            @Nullable Instant until) {}

    record AddressView(
            String address,
            @Nullable Instant since,
            @Nullable Instant until) {}

    record History(List<MembershipView> memberships, List<AddressView> addresses) {}

    /** What was meant, perhaps: an account, or a department, which has no address. */
    record Suggestion(
            String kind,
            String id,
            @Nullable String address,
            String name,
            @Nullable List<String> path,
            @Nullable String state) {}

    record Suggestions(List<Suggestion> data) {}

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    @GetMapping("/accounts")
    Page accounts(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Boolean subdepartments,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        DepartmentTree tree = members.tree(organisation);
        var filter = new Members.Filter(
                text("text", text),
                department == null ? null : departments(tree, department, !Boolean.FALSE.equals(subdepartments)),
                named("state", state, AccountState.class, AccountState::named),
                named("source", source, AccountSource.class, AccountSource::named));
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST);
        Members.Page page = members.accounts(organisation, filter, text("cursor", cursor, null), most);
        return new Page(
                page.accounts().stream().map(one -> AccountView.of(one, tree)).toList(), page.next(), page.total());
    }

    private static String text(String name, @Nullable String given) {
        return Objects.requireNonNull(text(name, given, ""));
    }

    private static @Nullable String text(String name, @Nullable String given, @Nullable String preset) {
        if (given != null && given.length() > 2 * LONGEST_TEXT) {
            throw Problem.field(name, "invalid", Message.of("invalid.length", name, 0, LONGEST_TEXT))
                    .exception();
        }
        return given == null ? preset : given.strip();
    }

    private static Set<String> departments(DepartmentTree tree, String id, boolean subdepartments) {
        Department known = tree.find(id)
                .orElseThrow(
                        () -> Problem.field("department", "unknown", Message.of("members.no-department", Ids.shown(id)))
                                .exception());
        return subdepartments ? tree.withSubdepartments(known.id()) : Set.of(known.id());
    }

    private static <E extends Enum<E>> Set<E> named(
            String name, @Nullable String given, Class<E> type, Function<String, Optional<E>> of) {
        Set<E> wanted = EnumSet.noneOf(type);
        if (given != null) {
            for (String key : given.split(",", 10)) {
                wanted.add(of.apply(key.strip()).orElseThrow(() -> notOneOf(name, type)));
            }
        }
        return wanted;
    }

    private static <E extends Enum<E>> ProblemException notOneOf(String name, Class<E> type) {
        List<String> keys = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            keys.add(one.name().toLowerCase(Locale.ROOT));
        }
        return Problem.field(name, "invalid", Message.of("invalid.one-of", name, String.join(", ", keys)))
                .exception();
    }

    private static @Nullable AccountState state(@Nullable String key) {
        return key == null ? null : AccountState.named(key).orElseThrow(() -> notOneOf("/state", AccountState.class));
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    AccountView add(@RequestBody Addition addition, @AuthenticationPrincipal Caller caller) throws IOException {
        String organisation = organisation(caller);
        var draft = new AccountDraft(
                Required.value("/address", addition.address()),
                addition.name() == null ? "" : addition.name(),
                texts("/aliases", addition.aliases()),
                texts("/departments", addition.departments()),
                Optional.ofNullable(state(addition.state())).orElse(AccountState.ACTIVE),
                AccountSource.MANUAL,
                since(addition.since()));
        return AccountView.of(changes.add(organisation, caller.actor(), draft), members.tree(organisation));
    }

    private static @Nullable Instant since(@Nullable String given) {
        try {
            return given == null ? null : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            throw Problem.field("/since", "invalid", Message.of("members.since"))
                    .exception();
        }
    }

    private static List<String> texts(String pointer, @Nullable List<String> given) {
        return given == null ? List.of() : checked(pointer, given);
    }

    private static List<String> checked(String pointer, List<String> given) {
        for (int i = 0; i < given.size(); i++) {
            Required.value(pointer + "/" + i, given.get(i));
        }
        return given;
    }

    @GetMapping("/accounts/{id}")
    AccountView one(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        return AccountView.of(known(organisation, id), members.tree(organisation));
    }

    private Account known(String organisation, String id) {
        return members.find(organisation, id).orElseThrow(() -> Ids.notFound(id, "members.no-account"));
    }

    @PatchMapping("/accounts/{id}")
    AccountView change(@PathVariable String id, @RequestBody Change change, @AuthenticationPrincipal Caller caller)
            throws IOException {
        String organisation = organisation(caller);
        var wanted = new AccountChange(
                change.address(),
                change.name(),
                change.aliases() == null ? null : checked("/aliases", change.aliases()),
                change.departments() == null ? null : checked("/departments", change.departments()),
                state(change.state()));
        return AccountView.of(changes.change(organisation, caller.actor(), id, wanted), members.tree(organisation));
    }

    @GetMapping("/accounts/{id}/history")
    History history(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        String account = known(organisation, id).id();
        DepartmentTree tree = members.tree(organisation);
        return new History(
                members.memberships(organisation, account).stream()
                        .map(one -> new MembershipView(
                                one.department(), tree.path(one.department()), one.since(), one.until()))
                        .toList(),
                members.addresses(organisation, account).stream()
                        .map(one -> new AddressView(one.address(), one.since(), one.until()))
                        .toList());
    }

    @GetMapping("/suggest")
    Suggestions suggest(
            @RequestParam(required = false) @Nullable String prefix,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        String wanted = text("prefix", Required.value("prefix", prefix));
        int most = Required.within("limit", limit, PRESET_SUGGESTIONS, 1, MOST_SUGGESTIONS);
        List<Suggestion> found = new ArrayList<>();
        if (!"account".equals(kind)) {
            found.addAll(departmentsLike(members.tree(organisation), wanted, most));
        }
        if (!"department".equals(kind)) {
            members.suggest(organisation, wanted, most).stream()
                    .map(one -> new Suggestion(
                            "account",
                            one.id(),
                            one.address(),
                            one.name(),
                            null,
                            one.state().key()))
                    .forEach(found::add);
        }
        return new Suggestions(found);
    }

    private static List<Suggestion> departmentsLike(DepartmentTree tree, String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return tree.all().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted((a, b) -> Boolean.compare(begins(b, wanted), begins(a, wanted)))
                .limit(most)
                .map(one -> new Suggestion(
                        "department", one.id(), null, one.name(), tree.path(one.id()), one.isOpen() ? null : "closed"))
                .toList();
    }

    private static boolean begins(Department one, String wanted) {
        return one.name().toLowerCase(Locale.ROOT).startsWith(wanted);
    }
}
