package dev.rota.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rota.inquiry.Customer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a CRM's answer for true only if it is about the customer asked for, and of the types agreed: an object with the
 * {@code id} asked by or the phone, and {@code name}, {@code tier}, {@code city} and an object {@code attributes}, each of
 * which may be missing. Whatever else stands there is an attribute too.
 */
final class CrmReading {

    private static final Set<String> OWN = Set.of("id", "name", "tier", "city", "attributes");
    private static final int LONGEST = 200;
    private static final int MOST_ATTRIBUTES = 50;

    private CrmReading() {}

    /**
     * The customer; empty when the CRM knows no such customer.
     *
     * @throws Unusable when the answer is not what was asked for
     */
    static Optional<Customer> read(CrmQuestion question, Optional<Object> answer) {
        var json = answer.orElse(NullNode.getInstance()) instanceof JsonNode given ? given : TextNode.valueOf("");
        if (json.isNull() || json.isMissingNode() || isEmpty(json)) {
            return Optional.empty();
        }
        if (!json.isObject()) {
            throw Unusable.because("answered what is no customer");
        }
        if (!json.hasNonNull("id")) {
            throw Unusable.because("answered without the customer's id");
        }
        if (!question.isAbout(text("id", json.get("id")))) {
            throw Unusable.because("answered for another customer");
        }
        return Optional.of(
                new Customer(optional(json, "name"), null, optional(json, "tier"), optional(json, "city"), more(json)));
    }

    /** What an expression makes of nothing: an object of which each member is null. */
    private static boolean isEmpty(JsonNode json) {
        return json.isObject()
                && json.properties().stream()
                        .allMatch(member -> member.getValue().isNull());
    }

    private static @Nullable String optional(JsonNode json, String member) {
        return json.hasNonNull(member) ? text(member, json.get(member)) : null;
    }

    private static Map<String, String> more(JsonNode json) {
        var attributes = new HashMap<String, String>();
        if (json.hasNonNull("attributes")) {
            var nested = json.get("attributes");
            if (!nested.isObject()) {
                throw Unusable.because("answered 'attributes' that are no object");
            }
            add(nested, attributes);
        }
        add(json, attributes);
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw Unusable.because("answered more than " + MOST_ATTRIBUTES + " attributes");
        }
        return attributes;
    }

    private static void add(JsonNode json, Map<String, String> attributes) {
        json.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .filter(member -> !OWN.contains(member.getKey()))
                .forEach(member -> attributes.put(member.getKey(), text(member.getKey(), member.getValue())));
    }

    /** The member is named only where it is one of ours: other names come from outside. */
    private static String text(String member, JsonNode value) {
        var named = OWN.contains(member) ? "'" + member + "'" : "an attribute";
        if (!value.isValueNode()) {
            throw Unusable.because("answered " + named + " that is no text");
        }
        var text = value.asText();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Unusable.because("answered " + named + " that is too long or not printable");
        }
        return text;
    }
}
