package dev.rota.customer;

import dev.rota.inquiry.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question.
 *
 * @param answer null when there is none
 * @param source who answered and when, or why nobody did, as a fact says it
 * @param ageMs how long it took, or how old the answer is, in milliseconds
 */
record Told<A>(@Nullable A answer, String source, long ageMs) {

    Fact fact(String name, @Nullable String value) {
        return new Fact(name, value, source, ageMs);
    }

    @Override
    public String toString() {
        return "Told[" + source + "]";
    }
}
