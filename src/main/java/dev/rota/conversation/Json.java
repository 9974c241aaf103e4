package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rota.assignment.Candidate;
import dev.rota.assignment.Load;
import dev.rota.assignment.Work;
import dev.rota.desk.Agent;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.RoutingOverride;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How decisions, their inquiries and what is more than words stand in the database, so that a decision can run again from
 * its record, and a message can be shown as it came.
 */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Content.class, NamedByKind.class)
            .addMixIn(Inquiry.class, Overridden.class)
            .addMixIn(Agent.class, AgentAsChosen.Form.class)
            .addMixIn(Candidate.class, WithoutNothing.class)
            .addMixIn(Load.class, WithoutNothing.class)
            .addMixIn(Work.class, WithoutNothing.class)
            .build();

    static {
        MAPPER.registerSubtypes(shapes(Content.class).toArray(Class<?>[]::new));
    }

    private Json() {}

    /** The record as JSON; U+0000, which PostgreSQL refuses in JSON, becomes U+FFFD. */
    static String of(Object record) {
        try {
            return MAPPER.writeValueAsString(record).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + record.getClass().getSimpleName() + " can't be written as JSON", e);
        }
    }

    /** The record as JSON, and null for none. */
    static @Nullable String ofNullable(@Nullable Object record) {
        return record == null ? null : of(record);
    }

    /** The elements of a JSON list as they stand; none when there is no list. */
    static List<Object> list(@Nullable String json) {
        try {
            return json == null ? List.of() : MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list in the database is not JSON", e);
        }
    }

    /** Reads back what {@link #of} wrote; what the record has lost since is passed over. */
    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            e.clearLocation(); // it would quote what the customer said
            throw new IllegalStateException("a " + type.getSimpleName() + " is not as the ledger writes it", e);
        }
    }

    /** What a message consists of where that is more than words; null for plain words and for no JSON. */
    static @Nullable Content content(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message's content in the database is not what Rota writes", e);
        }
    }

    private static Stream<Class<?>> shapes(Class<?> of) {
        var permitted = of.getPermittedSubclasses();
        return permitted == null ? Stream.of(of) : Arrays.stream(permitted).flatMap(Json::shapes);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface NamedByKind {}

    /** Most inquiries come while no override is in force. */
    private interface Overridden {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedMethod") // it lends its annotation
        List<RoutingOverride> overrides();
    }

    /** Most candidates have nothing: a record of a choice stays small enough to lie in its row. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    private interface WithoutNothing {}
}
