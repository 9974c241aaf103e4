package dev.rota.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the company's CRM would know of the invented customers. */
final class CustomerProfiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FILL =
            """
            INSERT INTO customer_profile (id, name, tier, city, attributes)
            VALUES (:waId, :name, :tier, :city, :attributes::jsonb)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, tier = excluded.tier, city = excluded.city, attributes = excluded.attributes""";

    private final JdbcClient database;

    CustomerProfiles(JdbcClient database) {
        this.database = database;
    }

    void fill(Cast cast) {
        cast.customers().forEach(customer -> database.sql(FILL)
                .param("waId", customer.person().waId())
                .param("name", customer.name())
                .param("tier", customer.tier())
                .param("city", customer.city())
                .param("attributes", attributes(customer))
                .update());
    }

    private static String attributes(InventedCustomer customer) {
        try {
            return JSON.writeValueAsString(Map.of("product", customer.product(), "language", customer.language()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
