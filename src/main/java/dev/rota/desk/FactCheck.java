package dev.rota.desk;

import java.util.Optional;

/** Says what nobody can ask of an inquiry. */
@FunctionalInterface
public interface FactCheck {

    /**
     * What is wrong with asking whether a fact has that value, in a sentence; empty when nothing is.
     *
     * @param fact its name as rules write it, with parentheses where it has them
     */
    Optional<String> fault(Company company, String fact, String value);
}
