package dev.rota.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The invented customers, and what they write.
 *
 * @param sayings by language
 */
record Cast(List<InventedCustomer> customers, Map<String, List<Saying>> sayings) {

    /** Something that a customer may write, and the name of the number it goes to. */
    record Saying(String number, String text) {}

    Cast {
        customers = List.copyOf(customers);
        sayings = Map.copyOf(sayings);
    }

    /** The cast of {@code customers.yaml}. */
    static Cast read() {
        try (var file = Cast.class.getResourceAsStream("customers.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, Cast.class);
        } catch (IOException e) {
            throw new UncheckedIOException("customers.yaml: cannot be read", e);
        }
    }

    /** What a customer may write, in the customer's language. */
    List<Saying> sayingsOf(InventedCustomer customer) {
        return sayings.getOrDefault(customer.language(), List.of());
    }
}
