package dev.rota.api;

import dev.rota.conversation.Deliveries;
import dev.rota.desk.Viewer;
import dev.rota.downstream.ParkedDeliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way back for deliveries that were given up, of the conversations that the caller may see; those to a downstream that has
 * left the files wait for its return.
 */
@RestController
@RequestMapping("/api/deliveries")
class RetriesApi {

    private final Deliveries deliveries;
    private final ParkedDeliveries parked;

    RetriesApi(Deliveries deliveries, ParkedDeliveries parked) {
        this.deliveries = deliveries;
        this.parked = parked;
    }

    @PostMapping("/{id}/retry")
    Retried retry(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        var seen = deliveries.find(Ids.delivery(id), viewer).orElseThrow(() -> Ids.noDelivery(id));
        return new Retried(parked.retry(seen.id(), viewer) ? 1 : 0);
    }

    @PostMapping("/retry")
    Retried retryAll(
            @RequestParam(required = false) @Nullable String downstream, @AuthenticationPrincipal Viewer viewer) {
        return new Retried(parked.retryAll(deliveries.parked(Parameters.text(downstream), viewer), viewer));
    }

    /** How many are tried again; answers to customers are not among them, nor what is no longer parked. */
    record Retried(int retried) {}
}
