package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerOrganisationTest {
    @Test
    void anOrganisationThatHasTakenAllItsPlacesKeepsNoOtherOut() {
        var places = new PerOrganisation(2);
        assertThat(places.enter("org_1")).isTrue();
        assertThat(places.enter("org_1")).isTrue();
        assertThat(places.enter("org_1")).isFalse();
        assertThat(places.enter("org_2")).isTrue();
        places.leave("org_1");
        assertThat(places.enter("org_1")).isTrue();
        assertThat(places.enter("org_1")).isFalse();
    }
}
