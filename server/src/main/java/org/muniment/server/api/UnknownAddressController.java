package org.muniment.server.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.MemberChanges;
import org.muniment.server.directory.UnknownAddresses;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the organisation's addresses that were seen in mail and belong to no account, and makes accounts of them. */
@RestController
final class UnknownAddressController {
    private static final int PRESET_LIMIT = 100;
    private static final int MOST = 500;
    private static final int LONGEST_CURSOR = 600;

    private final OpenArchives archives;
    private final UnknownAddresses unknown;
    private final MemberChanges changes;

    UnknownAddressController(OpenArchives archives, UnknownAddresses unknown, MemberChanges changes) {
        this.archives = archives;
        this.unknown = unknown;
        this.changes = changes;
    }

    record Unknown(String address) {}

    record Page(List<Unknown> data, @Nullable String nextCursor, int total) {}

    record Adoption(
            @Nullable List<String> addresses, @Nullable String department) {}

    record Adopted(int adopted) {}

    @GetMapping("/api/v1/directory/unknown")
    Page unknown(
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        if (cursor != null && cursor.length() > LONGEST_CURSOR) {
            throw Problem.field("cursor", "invalid", Message.of("invalid.cursor"))
                    .exception();
        }
        int most = Required.within("limit", limit, PRESET_LIMIT, 1, MOST);
        OpenArchives.Opened opened = caller.own(archives);
        UnknownAddresses.Page page =
                unknown.list(opened.organisation().id(), opened.archive().tally()::addresses, domain, cursor, most);
        return new Page(page.addresses().stream().map(Unknown::new).toList(), page.next(), page.total());
    }

    @PostMapping("/api/v1/directory/unknown:adopt")
    Adopted adopt(@RequestBody Adoption adoption, @AuthenticationPrincipal Caller caller) throws IOException {
        List<String> addresses = Required.value("/addresses", adoption.addresses());
        for (int i = 0; i < addresses.size(); i++) {
            Required.value("/addresses/" + i, addresses.get(i));
        }
        String organisation = caller.own(archives).organisation().id();
        return new Adopted(changes.adopt(organisation, caller.actor(), addresses, adoption.department()));
    }
}
