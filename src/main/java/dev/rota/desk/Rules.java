package dev.rota.desk;

import dev.rota.routing.Triage;

/**
 * Everything that decides, as one: what {@code config/} says and the rules of {@code routes/triage/}, from files that were
 * read together. Whoever decides takes it once and asks it for all.
 *
 * @param hash of the content of those files; a decision is recorded with it
 */
public record Rules(String hash, Company company, Triage triage) {

    /** Camel asks each body for it, and a turn holds its rules, so it must not go deep. */
    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "Rules[" + hash + "]";
    }
}
