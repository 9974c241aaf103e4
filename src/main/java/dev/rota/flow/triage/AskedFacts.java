package dev.rota.flow.triage;

import dev.rota.config.Names;
import dev.rota.desk.Company;
import dev.rota.desk.FactCheck;
import java.util.Optional;

/** Checks what an override asks for as what a rule asks for is checked. */
public final class AskedFacts implements FactCheck {

    private static final int LONGEST = 200;

    @Override
    public Optional<String> fault(Company company, String fact, String value) {
        if (value.isBlank()) {
            return Optional.of("the value of '" + fact + "' is missing; expected a text");
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("the value of '" + fact + "' is no plain text of at most " + LONGEST + " characters");
        }
        try {
            new FactLint(Names.of(company)).compared(FactCall.read(fact), "==", "'" + value + "'");
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.sentence());
        }
    }
}
