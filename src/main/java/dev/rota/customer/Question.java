package dev.rota.customer;

import dev.rota.desk.Turn;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a look-up may ask by, as the named parameters of its SQL, and since when it has been asked. */
public final class Question extends AbstractMap<String, Object> {

    private static final Map<String, Function<Turn, @Nullable Object>> ASKED =
            Map.of("waId", Turn::waId, "ids", Turn::ids, "phones", Turn::phones, "customerId", Turn::customerId);

    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final long asked = System.nanoTime();

    Question(Turn turn) {
        ASKED.forEach((name, value) -> parameters.put(name, value.apply(turn)));
    }

    /** What SQL may ask by: {@code :#waId}, or a list as {@code :#in:phones}. */
    public static Set<String> names() {
        return ASKED.keySet();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(parameters).entrySet();
    }

    /** How long it has been asked, in milliseconds. */
    long millis() {
        return Duration.ofNanos(System.nanoTime() - asked).toMillis();
    }

    /** Without the values, which are personal. */
    @Override
    public String toString() {
        return "Question" + parameters.keySet();
    }
}
