package dev.rota.panel;

import dev.rota.conversation.Deliveries;
import dev.rota.desk.Viewer;
import dev.rota.downstream.ParkedDeliveries;
import dev.rota.downstream.back.ParkedCallbacks;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of deliveries: what has not arrived at helpdesks and why, what they told in vain, and the way back for both. */
@Controller
@RequestMapping("/deliveries")
class DeliveriesController {

    private final DeliveryPages pages;
    private final Deliveries deliveries;
    private final ParkedDeliveries parked;
    private final ParkedCallbacks callbacks;

    DeliveriesController(
            DeliveryPages pages, Deliveries deliveries, ParkedDeliveries parked, ParkedCallbacks callbacks) {
        this.pages = pages;
        this.deliveries = deliveries;
        this.parked = parked;
        this.callbacks = callbacks;
    }

    /**
     * The page.
     *
     * @param again {@code deliveries} or {@code callbacks}: whose count is shown before all of them are tried again
     * @param tried how many have just been tried again
     */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String downstream,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(required = false) @Nullable Integer tried,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        model.addAttribute("viewer", viewer);
        model.addAttribute("tried", tried);
        model.addAttribute("page", pages.of(state.strip(), downstream.strip(), known(cursor), again, viewer));
        return "deliveries";
    }

    @PostMapping("/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String downstream,
            @AuthenticationPrincipal Viewer viewer) {
        if (deliveries.find(id, viewer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return back(state, downstream, parked.retry(id, viewer) ? 1 : 0);
    }

    /** @param count how many were announced; when it is another number by now, nothing is tried */
    @PostMapping("/retry")
    String retryAll(
            @RequestParam(defaultValue = "") String downstream,
            @RequestParam int count,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var all = pages.retryable(downstream, viewer);
        if (all.size() != count) {
            return changed(downstream, "deliveries", count, viewer, response, model);
        }
        return back("", downstream, parked.retryAll(all, viewer));
    }

    @PostMapping("/callbacks/{id}/replay")
    String replay(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String downstream,
            @AuthenticationPrincipal Viewer viewer) {
        return back("", downstream, callbacks.replay(id, viewer) ? 1 : 0);
    }

    /** @param count how many were announced; when it is another number by now, nothing is tried */
    @PostMapping("/callbacks/replay")
    String replayAll(
            @RequestParam(defaultValue = "") String downstream,
            @RequestParam int count,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var of = downstream.isEmpty() ? null : downstream;
        if (callbacks.count(of) != count) {
            return changed(downstream, "callbacks", count, viewer, response, model);
        }
        return back("", downstream, callbacks.replayAll(of, viewer));
    }

    /** One that comes from no page begins with the first. */
    private static String known(String cursor) {
        return cursor.matches("\\d{1,18}") ? cursor : "";
    }

    private String changed(
            String downstream, String what, int count, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("announced", count);
        return show("", downstream, "", what, null, viewer, model);
    }

    private static String back(String state, String downstream, int tried) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/deliveries")
                        .queryParam("state", "{state}")
                        .queryParam("downstream", "{downstream}")
                        .queryParam("tried", tried)
                        .encode()
                        .buildAndExpand(state, downstream)
                        .toUriString();
    }
}
