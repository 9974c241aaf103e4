package dev.rota.panel;

import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Viewer;
import dev.rota.downstream.OpenCircuits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The banner that says which numbers' replies wait, since when, and what mends it. */
@Controller
class CircuitsController {

    private final OpenCircuits circuits;
    private final Supplier<Company> company;
    private final Clock clock;

    CircuitsController(OpenCircuits circuits, Supplier<Company> company, Clock clock) {
        this.circuits = circuits;
        this.company = company;
        this.clock = clock;
    }

    /** A number whose replies wait. */
    record Stopped(String number, String age, int waiting, String reason) {}

    @GetMapping("/circuits")
    String circuits(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("circuits", stopped(viewer));
        return "circuits :: banner";
    }

    private List<Stopped> stopped(Viewer viewer) {
        var now = clock.instant();
        return circuits.all().stream()
                .flatMap(circuit -> number(circuit.downstream(), viewer)
                        .map(number -> new Stopped(
                                number, Ages.between(circuit.since(), now), circuit.waiting(), circuit.reason()))
                        .stream())
                .toList();
    }

    private Optional<String> number(String downstream, Viewer viewer) {
        if (!downstream.startsWith(Downstream.WHATSAPP)) {
            return Optional.empty();
        }
        var number = company.get().numbers().get(downstream.substring(Downstream.WHATSAPP.length()));
        return Optional.ofNullable(number)
                .filter(known ->
                        viewer.role().seesAll() || known.teams().stream().anyMatch(viewer.teams()::contains))
                .map(dev.rota.desk.Number::name);
    }
}
