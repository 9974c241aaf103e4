package dev.rota.panel;

import dev.rota.conversation.Notices;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Viewer;
import dev.rota.journal.Balances;
import dev.rota.journal.Parked;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the door: what comes in for each number, and what could not be handled. */
@Controller
class DoorController {

    /** How many parked events the page shows. */
    private static final int SHOWN = 50;

    private static final int NEWS = 20;

    private static final int LATELY = 10;

    private final Balances balances;
    private final Parked parked;
    private final Notices notices;
    private final Supplier<Company> company;
    private final Clock clock;

    DoorController(Balances balances, Parked parked, Notices notices, Supplier<Company> company, Clock clock) {
        this.balances = balances;
        this.parked = parked;
        this.notices = notices;
        this.company = company;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param again whether it shows how many would be replayed before all of them are
     * @param tried how many have just been replayed
     */
    @GetMapping("/door")
    String door(
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam(required = false) @Nullable Integer tried,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        var events = parked.list(numbers(viewer), Long.MAX_VALUE, SHOWN);
        model.addAttribute("viewer", viewer);
        if (viewer.role().seesAll()) {
            model.addAttribute("lately", Lately.of(parked.lately(LATELY), company.get(), clock.instant()));
        }
        model.addAttribute("notices", notices.latest(NEWS));
        var door = DoorView.of(balances.now(), events, company.get(), viewer, clock.instant());
        model.addAttribute("door", door);
        model.addAttribute("tried", tried);
        if (again && door.replays()) {
            model.addAttribute("count", parked.count());
        }
        return "door";
    }

    /** Those whose events are shown; null for all, also those of no known number. */
    private @Nullable Set<String> numbers(Viewer viewer) {
        return viewer.role().seesAll()
                ? null
                : new Known(company.get(), viewer).numbers().map(Number::id).collect(Collectors.toSet());
    }

    @PostMapping("/door/parked/{id}/replay")
    String replay(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return back(parked.replay(id, viewer) ? 1 : 0);
    }

    /** @param count how many were announced; when it is another number by now, nothing is replayed */
    @PostMapping("/door/parked/replay")
    String replayAll(
            @RequestParam int count,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletResponse response,
            Model model) {
        if (parked.count() != count) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("announced", count);
            return door(true, null, viewer, model);
        }
        return back(parked.replayAll(null, viewer));
    }

    private static String back(int replayed) {
        return "redirect:/door?tried=" + replayed;
    }
}
