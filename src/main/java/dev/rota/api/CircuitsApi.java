package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Viewer;
import dev.rota.downstream.OpenCircuits;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can't be sent at present, since when, and what mends it. */
@RestController
class CircuitsApi {

    private final OpenCircuits circuits;
    private final Supplier<Company> company;

    CircuitsApi(OpenCircuits circuits, Supplier<Company> company) {
        this.circuits = circuits;
        this.company = company;
    }

    /** All of them for who sees all; for others those of their teams' numbers. */
    @GetMapping("/api/circuits")
    Page<Open> list(@AuthenticationPrincipal Viewer viewer) {
        var visible = new Visible(company.get(), viewer);
        var items = circuits.all().stream()
                .map(Open::of)
                .filter(open -> viewer.role().seesAll() || visible.seesNumber(open.number()))
                .toList();
        return new Page<>(items, null);
    }

    /**
     * A channel that can't be used.
     *
     * @param number the name of the number whose replies wait; null for a downstream
     * @param reason what is wrong, and what mends it
     * @param waiting how many deliveries wait
     * @param probeAt when one of them tries next
     */
    record Open(
            String downstream, @Nullable String number, Instant since, String reason, int waiting, Instant probeAt) {

        static Open of(OpenCircuits.Circuit circuit) {
            var name = circuit.downstream();
            var number = name.startsWith(Downstream.WHATSAPP) ? name.substring(Downstream.WHATSAPP.length()) : null;
            return new Open(name, number, circuit.since(), circuit.reason(), circuit.waiting(), circuit.probeAt());
        }
    }
}
