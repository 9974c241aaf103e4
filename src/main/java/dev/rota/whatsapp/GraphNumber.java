package dev.rota.whatsapp;

import dev.rota.desk.Company;
import java.util.Objects;

/**
 * A number of the company as the Graph API knows it.
 *
 * @param path after the address of the Graph API
 * @param token that speaks for it; empty when there is none
 */
record GraphNumber(String path, String token) {

    /** The number of that name; one that config no longer has fails with a sentence. */
    static GraphNumber of(Company company, String name, String version) {
        var number = Objects.requireNonNull(
                company.numbers().get(name), () -> "number '" + name + "' is no longer in config/numbers.yaml");
        var app = Objects.requireNonNull(company.apps().get(number.app()));
        return new GraphNumber("/" + version + "/" + number.id(), Objects.toString(app.token(), ""));
    }

    @Override
    public String toString() {
        return "GraphNumber[" + path + "]";
    }
}
