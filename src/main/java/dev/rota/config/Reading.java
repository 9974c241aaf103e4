package dev.rota.config;

import dev.rota.desk.Company;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading {@code config/}.
 *
 * @param company null when there are problems
 * @param problems what is wrong in the files
 * @param warnings what is missing on this machine: placeholders without a value
 * @param names what things are called, as far as it can be read
 * @param adapters where Kamelets are used
 * @param outlook what is planned for the time ahead
 */
public record Reading(
        @Nullable Company company,
        List<Problem> problems,
        List<Problem> warnings,
        Names names,
        List<Adapter> adapters,
        Outlook outlook) {

    public Reading {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        adapters = List.copyOf(adapters);
    }

    /**
     * The company, when an engine can work with it as it is.
     *
     * @throws InvalidConfig when there is a problem or a warning
     */
    public Company required() {
        if (company == null || !warnings.isEmpty()) {
            throw new InvalidConfig(
                    Stream.concat(problems.stream(), warnings.stream()).toList());
        }
        return company;
    }
}
