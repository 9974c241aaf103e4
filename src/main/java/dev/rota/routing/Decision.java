package dev.rota.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded outcome of routing one inquiry.
 *
 * @param skill a skill whose holders are asked first, or null
 * @param routeSet the hash of the route set that decided
 * @param because every rule tried, in order
 */
public record Decision(
        String requestType,
        String queue,
        Priority priority,
        @Nullable String skill,
        String routeSet,
        List<Because> because) {

    public Decision {
        because = List.copyOf(because);
    }
}
