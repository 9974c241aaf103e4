package dev.rota.panel;

import dev.rota.access.Invitations;
import dev.rota.access.Invitations.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a one-time link, on which somebody sets a password. */
@Controller
class InvitationController {

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping("/invitation/{token}")
    String page(@PathVariable String token, HttpServletResponse response, Model model) {
        var person = invitations.person(token);
        person.ifPresent(name -> model.addAttribute("person", name));
        if (person.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return "invitation";
    }

    @PostMapping("/invitation/{token}")
    String accept(
            @PathVariable String token, @RequestParam String password, HttpServletResponse response, Model model) {
        var answer = invitations.accept(token, password);
        if (answer == Answer.SET) {
            return "redirect:/login?welcome";
        }
        model.addAttribute("problem", answer.name().toLowerCase(Locale.ROOT));
        var page = page(token, response, model);
        if (answer != Answer.EXPIRED) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return page;
    }
}
