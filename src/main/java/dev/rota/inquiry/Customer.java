package dev.rota.inquiry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the person who writes; every part may be unknown.
 *
 * @param attributes further facts by name, as the company's own customer query gives them
 */
public record Customer(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String tier,
        @Nullable String city,
        Map<String, String> attributes) {

    /** A customer of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null, null, Map.of());

    public Customer {
        attributes = Map.copyOf(attributes);
    }

    /** The attribute of that name, or null when it is unknown. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    @Override
    public String toString() {
        return "Customer[tier=" + tier + "]";
    }
}
