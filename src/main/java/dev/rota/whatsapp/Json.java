package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How JSON from Meta is read: within bounds, so that no body can make the door work without end. */
final class Json {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(4L << 20)
            .maxNestingDepth(64)
            .maxNameLength(256)
            .maxNumberLength(64)
            .maxStringLength(1 << 20)
            .build();

    // Byte offsets exist for UTF-8 only, and Meta sends nothing else: a guess at UTF-16 would lose them.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private Json() {}
}
