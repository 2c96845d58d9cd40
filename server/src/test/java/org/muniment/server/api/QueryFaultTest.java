package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.index.query.QuerySyntaxException.Reason;
import org.muniment.server.language.Language;

class QueryFaultTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsSentenceInEveryLanguage(Reason reason) {
        var thrown = new QuerySyntaxException("in English", 7, reason, List.of("one", "", "three"));
        Problem problem = QueryFault.of(thrown);
        assertThat(problem.position()).isEqualTo(6);
        assertThat(problem.detail().in(Language.ENGLISH))
                .endsWith(" (position 7)")
                .doesNotContain("{");
        assertThat(problem.detail().in(Language.CHINESE)).endsWith("（第 7 个字符）").doesNotContain("{");
    }
}
