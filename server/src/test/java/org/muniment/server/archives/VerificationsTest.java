package org.muniment.server.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Verification;

class VerificationsTest {
    private static final Verification INTACT = new Verification(3, 400, 3, List.of(), List.of("a note"));
    private static final Verification DAMAGED = new Verification(
            5, 600, 5, List.of(new Verification.Failure("volumes/a.mv", "a-4", 512, "The checksum differs.")), List.of());

    @Test
    void aSingleCheckStaysAsItIs() {
        assertThat(Verifications.joined(Map.of("One", DAMAGED))).isSameAs(DAMAGED);
    }

    @Test
    void severalAddUpAndWhatIsWrongNamesItsOrganisation() {
        Map<String, Verification> checks = new LinkedHashMap<>();
        checks.put("One (org_1)", INTACT);
        checks.put("Two (org_2)", DAMAGED);
        Verification joined = Verifications.joined(checks);
        assertThat(joined.intact()).isFalse();
        assertThat(joined.records()).isEqualTo(8);
        assertThat(joined.failures().getFirst().what()).isEqualTo("Two (org_2): The checksum differs.");
        assertThat(joined.failures().getFirst().record()).isEqualTo("a-4");
        assertThat(joined.notes()).containsExactly("One (org_1): a note");
    }
}
