package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.server.docs.Contract;
import org.muniment.server.docs.ProblemPages;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;

/** The description of the API and the API itself say the same. */
class ContractTest {
    /** What answers with a status alone. */
    private static final Set<String> WITHOUT_BODY = Set.of("uploadOffset");

    private static final String BASE = "/api/v1";

    private final Contract contract = contract();

    static Contract contract() {
        try {
            return Contract.read(ApiJson.mapper());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyEndpointIsDescribedAndEveryDescriptionIsAnEndpoint() {
        Set<String> described = new TreeSet<>();
        contract.operations()
                .forEach(operation -> described.add(operation.method() + " " + nameless(BASE + operation.path())));
        assertThat(mapped()).containsExactlyElementsOf(described);
    }

    private static Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        for (Class<?> type : ApiConfiguration.class.getAnnotation(Import.class).value()) {
            for (Method method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    lines(type, mapping)
                            .filter(line -> line.contains(" " + BASE))
                            .forEach(mapped::add);
                }
            }
        }
        return mapped;
    }

    private static Stream<String> lines(Class<?> type, RequestMapping mapping) {
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String front = above == null ? "" : above.path()[0];
        List<String> paths = mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
        return Arrays.stream(mapping.method())
                .map(RequestMethod::name)
                .flatMap(method -> paths.stream().map(path -> method + " " + nameless(front + path)));
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void everyOperationSaysWhoMayCallItAndWhatComesBack() {
        for (Contract.Operation operation : contract.operations()) {
            JsonNode node = operation.node();
            assertThat(operation.id()).as(operation.path()).isNotEmpty();
            assertThat(node.path("tags").size()).as(operation.id()).isEqualTo(1);
            assertThat(node.path("summary").asString("")).as(operation.id()).isNotEmpty();
            assertThat(node.path("x-roles").size()).as(operation.id()).isPositive();
            assertThat(List.copyOf(node.path("responses").propertyNames()))
                    .as(operation.id())
                    .anyMatch(status -> status.startsWith("2"));
            assertThat(hasSchema(operation) || WITHOUT_BODY.contains(operation.id()))
                    .as(operation.id() + " has a schema")
                    .isTrue();
        }
    }

    private boolean hasSchema(Contract.Operation operation) {
        List<JsonNode> schemas = new ArrayList<>();
        operation
                .node()
                .path("responses")
                .forEach(response ->
                        contract.follow(response).path("content").forEach(media -> schemas.add(media.path("schema"))));
        return !schemas.isEmpty() && schemas.stream().allMatch(JsonNode::isObject);
    }

    @Test
    void operationsAreNamedOnce() {
        assertThat(contract.operations().stream().map(Contract.Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfProblemIsInTheDescriptionAndHasAPage() throws Exception {
        List<String> described = new ArrayList<>();
        contract.root()
                .at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> described.add(code.asString()));
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::key))
                .containsExactlyInAnyOrderElementsOf(described);
        ProblemPages pages = ProblemPages.read();
        for (String code : described) {
            assertThat(pages.page(code).orElse(""))
                    .as(code)
                    .contains("What to do</h2>\n<p>")
                    .doesNotContain("<p></p>");
        }
    }
}
