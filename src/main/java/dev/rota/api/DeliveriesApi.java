package dev.rota.api;

import dev.rota.conversation.Deliveries;
import dev.rota.conversation.Page;
import dev.rota.desk.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deliveries of the conversations that the caller may see. */
@RestController
class DeliveriesApi {

    private final Deliveries deliveries;

    DeliveriesApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/api/deliveries")
    Page<Deliveries.Delivery> list(Wanted wanted, @AuthenticationPrincipal Viewer viewer) {
        var state = Parameters.deliveryState(wanted.state);
        return deliveries.list(
                state,
                Parameters.text(wanted.downstream),
                Parameters.text(wanted.cursor),
                Parameters.limit(wanted.limit),
                viewer);
    }

    /** The parameters of a list, as they stand in the address. */
    record Wanted(
            @Nullable String state, @Nullable String downstream, @Nullable String cursor, @Nullable String limit) {}
}
