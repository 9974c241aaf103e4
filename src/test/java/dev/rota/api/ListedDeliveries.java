package dev.rota.api;

import dev.rota.conversation.Deliveries;
import dev.rota.conversation.Page;
import dev.rota.desk.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Deliveries of which there is a list and nothing else; it is asked with state, downstream and cursor, and the limit. */
record ListedDeliveries(BiFunction<String[], Integer, Page<Delivery>> lists) implements Deliveries {

    @Override
    public Page<Delivery> list(
            @Nullable String state, @Nullable String downstream, @Nullable String cursor, int limit, Viewer viewer) {
        return lists.apply(new String[] {state + "", downstream + "", cursor + ""}, limit);
    }

    @Override
    public Optional<Delivery> find(long id, Viewer viewer) {
        return Optional.empty();
    }

    @Override
    public List<Long> parked(@Nullable String downstream, Viewer viewer) {
        return List.of();
    }
}
