package dev.rota.api;

import dev.rota.downstream.ParkedDeliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way back for deliveries that were given up; those to a downstream that has left the files wait for its return. */
@RestController
@RequestMapping("/api/deliveries")
class RetriesApi {

    private final ParkedDeliveries parked;

    RetriesApi(ParkedDeliveries parked) {
        this.parked = parked;
    }

    @PostMapping("/{id}/retry")
    Retried retry(@PathVariable String id) {
        return new Retried(parked.retry(Ids.parked(id)) ? 1 : 0);
    }

    @PostMapping("/retry")
    Retried retryAll(@RequestParam(required = false) @Nullable String downstream) {
        return new Retried(parked.retryAll(Parameters.text(downstream)));
    }

    /** How many are tried again; answers to customers are not among them, nor what is no longer parked. */
    record Retried(int retried) {}
}
