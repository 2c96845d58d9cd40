package org.muniment.server.setup;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailNamesTest {

    @Test
    void aDomainBeyondAsciiHasTwoFormsWhicheverIsGiven() {
        assertThat(MailNames.forms("bücher.example")).containsExactly("bücher.example", "xn--bcher-kva.example");
        assertThat(MailNames.forms("xn--bcher-kva.example")).containsExactly("xn--bcher-kva.example", "bücher.example");
        assertThat(MailNames.forms("例子.example")).containsExactly("例子.example", "xn--fsqu00a.example");
    }

    @Test
    void everyOtherHasOne() {
        assertThat(MailNames.forms("example.org")).containsExactly("example.org");
        assertThat(MailNames.forms("xn--.example")).containsExactly("xn--.example");
    }

    @Test
    void furtherFormsStandForTheOneThatWasGivenFirst() {
        assertThat(SetUp.domains(List.of("Bücher.example", "example.org", "xn--bcher-kva.example")))
                .containsExactly("bücher.example", "xn--bcher-kva.example", "example.org");
        assertThat(SetUp.otherForms(List.of("Bücher.example", "example.org", "xn--bcher-kva.example")))
                .containsOnly(entry("xn--bcher-kva.example", "bücher.example"));
        assertThat(SetUp.otherForms(List.of("xn--bcher-kva.example", "bücher.example")))
                .containsOnly(entry("bücher.example", "xn--bcher-kva.example"));
        assertThat(SetUp.otherForms(List.of("strasse.example", "straße.example")))
                .isEmpty();
    }
}
