package dev.rota.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer's attributes as JSON in the database. */
final class ProfileJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProfileJson() {}

    /** The members that are single values, as texts. */
    static Map<String, String> attributes(@Nullable String json) {
        if (json == null || json.equals("{}")) {
            return Map.of();
        }
        try {
            var attributes = new HashMap<String, String>();
            JSON.readTree(json).properties().stream()
                    .filter(member -> isSingle(member.getValue()))
                    .forEach(member ->
                            attributes.put(member.getKey(), member.getValue().asText()));
            return attributes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the attributes of a customer in the database are not JSON", e);
        }
    }

    static String of(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the attributes of a customer can't be written as JSON", e);
        }
    }

    private static boolean isSingle(JsonNode value) {
        return value.isValueNode() && !value.isNull();
    }
}
