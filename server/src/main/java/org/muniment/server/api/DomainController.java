package org.muniment.server.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.MailDomain;
import org.muniment.server.directory.MailDomains;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail domains of the organisation. */
@RestController
@RequestMapping("/api/v1/domains")
final class DomainController {
    private final OpenArchives archives;
    private final MailDomains domains;

    DomainController(OpenArchives archives, MailDomains domains) {
        this.archives = archives;
        this.domains = domains;
    }

    record Addition(@Nullable String name, @Nullable String aliasOf) {}

    record Domains(List<MailDomain> data) {}

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    @GetMapping
    Domains domains(@AuthenticationPrincipal Caller caller) {
        return new Domains(domains.list(organisation(caller)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MailDomain add(@RequestBody Addition addition, @AuthenticationPrincipal Caller caller) throws IOException {
        String name = Required.value("/name", addition.name());
        return domains.add(organisation(caller), caller.actor(), name, addition.aliasOf());
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, @AuthenticationPrincipal Caller caller) throws IOException {
        domains.remove(organisation(caller), caller.actor(), name);
    }
}
