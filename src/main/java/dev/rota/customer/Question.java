package dev.rota.customer;

import dev.rota.desk.Turn;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a look-up may ask by, as the named parameters of its SQL, and since when it has been asked. */
public final class Question extends AbstractMap<String, Object> {

    private final Map<String, Object> parameters = new HashMap<>();
    private final long asked = System.nanoTime();

    Question(Turn turn) {
        parameters.put("waId", turn.waId());
        parameters.put("phones", turn.phones());
        parameters.put("customerId", turn.customerId());
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
