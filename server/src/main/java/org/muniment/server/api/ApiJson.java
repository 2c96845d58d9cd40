package org.muniment.server.api;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as the API speaks it: snake_case, times as RFC 3339, unknown and doubled fields refused, nothing turned quietly
 * into something else, and bounds on what a stranger may send.
 */
final class ApiJson {
    private static final long MOST_BYTES = 32 << 20; // half a million message ids of an export
    private static final int LONGEST_STRING = 1 << 20;
    private static final int DEEPEST = 20;

    private ApiJson() {}

    static JsonMapper mapper() {
        var bounds = StreamReadConstraints.builder()
                .maxDocumentLength(MOST_BYTES)
                .maxStringLength(LONGEST_STRING)
                .maxNestingDepth(DEEPEST)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
