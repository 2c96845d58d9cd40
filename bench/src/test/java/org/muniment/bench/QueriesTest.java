package org.muniment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.index.query.Query;

final class QueriesTest {

    @Test
    void everyQueryThatIsShippedIsUnderstood() throws Exception {
        List<String> queries = Queries.read(null);
        assertThat(queries).hasSizeGreaterThan(50);
        assertThat(queries)
                .allSatisfy(query -> assertThatCode(() -> Query.parse(query)).doesNotThrowAnyException());
    }
}
