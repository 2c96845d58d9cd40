package org.muniment.server.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says whether JSON has the shape that a schema of the API's description demands. */
public final class Shape {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;

    public Shape(JsonNode description) {
        this.description = description;
    }

    /** What is wrong with the text; empty if nothing is. */
    public List<String> faults(JsonNode schema, String text) {
        // References count from the root, so the named schemas stand beside the one that is asked for.
        String whole =
                JSON.writeValueAsString(Map.of("components", description.path("components"), "allOf", List.of(schema)));
        Schema compiled = SCHEMAS.getSchema(whole, InputFormat.JSON);
        return compiled.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
