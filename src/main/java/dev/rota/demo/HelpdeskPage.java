package dev.rota.demo;

import java.util.ArrayList;
import java.util.Collections;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the simulated helpdesk's tickets, newest first. */
@Controller
@Profile("demo")
class HelpdeskPage {

    private final HelpdeskSimulator helpdesk;

    HelpdeskPage(HelpdeskSimulator helpdesk) {
        this.helpdesk = helpdesk;
    }

    @GetMapping("/demo/helpdesk")
    String page(Model model) {
        fill(model);
        return "demo/helpdesk";
    }

    @GetMapping("/demo/helpdesk/list")
    String list(Model model) {
        fill(model);
        return "demo/helpdesk :: list";
    }

    private void fill(Model model) {
        var shelf = helpdesk.shelf();
        var tickets = new ArrayList<>(shelf.tickets());
        Collections.reverse(tickets);
        model.addAttribute("shelf", shelf);
        model.addAttribute("tickets", tickets);
    }
}
