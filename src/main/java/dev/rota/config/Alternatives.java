package dev.rota.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a value may be that people write as a word or as keys: a sealed type of an enum and a record.
 *
 * @param word the enum
 * @param keys the record
 */
record Alternatives(Class<?> word, Class<?> keys) {

    static Alternatives of(Class<?> sealed) {
        var permitted = List.of(sealed.getPermittedSubclasses());
        return new Alternatives(
                permitted.stream().filter(Class::isEnum).findFirst().orElseThrow(),
                permitted.stream().filter(Class::isRecord).findFirst().orElseThrow());
    }

    /** The word, whose refusal names the keys too. */
    Scalar<?> scalar() {
        var keyed = Arrays.stream(keys.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(": …, ", " or {", ": …}"));
        return Scalar.of(word).orElseThrow().orExpecting(keyed);
    }
}
