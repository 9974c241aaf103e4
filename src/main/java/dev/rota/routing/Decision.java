package dev.rota.routing;

import dev.rota.inquiry.RoutingOverride;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded outcome of routing one inquiry.
 *
 * @param skill a skill whose holders are asked first, or null
 * @param routeSet the hash of the route set that decided
 * @param because every rule tried, in order
 * @param override what sent it to that queue whatever the rules say; null when they decided
 */
public record Decision(
        String requestType,
        String queue,
        Priority priority,
        @Nullable String skill,
        String routeSet,
        List<Because> because,
        @Nullable RoutingOverride override) {

    public Decision {
        because = List.copyOf(because);
    }

    /** A decision of the rules alone. */
    public Decision(
            String requestType,
            String queue,
            Priority priority,
            @Nullable String skill,
            String routeSet,
            List<Because> because) {
        this(requestType, queue, priority, skill, routeSet, because, null);
    }

    /**
     * The same after overrides were tried.
     *
     * @param tried every rule and every override, in order
     * @param fitting the one that says the queue; null when none does
     */
    public Decision over(List<Because> tried, @Nullable RoutingOverride fitting) {
        var says = fitting == null ? queue : fitting.queue();
        return new Decision(requestType, says, priority, skill, routeSet, tried, fitting);
    }

    /** The id of the override that sent it there; null when the rules decided. */
    public @Nullable Long overrideId() {
        return override == null ? null : override.id();
    }
}
