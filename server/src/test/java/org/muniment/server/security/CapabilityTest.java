package org.muniment.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.server.database.Role;

class CapabilityTest {

    @ParameterizedTest
    @EnumSource(names = "REVIEWER", mode = EnumSource.Mode.EXCLUDE)
    void aRoleReadsMailIfItBringsSomethingThatShowsMail(Role role) {
        assertThat(role.readsMail())
                .isEqualTo(Capability.of(EnumSet.of(role)).stream().anyMatch(Capability::showsMail));
    }

    @Test
    void aReviewerReadsMailBeforeThereAreCasesThatBringItToHim() {
        assertThat(Role.REVIEWER.readsMail()).isTrue();
        assertThat(Capability.of(Set.of(Role.REVIEWER))).noneMatch(Capability::showsMail);
    }
}
