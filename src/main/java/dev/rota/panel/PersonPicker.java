package dev.rota.panel;

import dev.rota.access.Login;
import dev.rota.access.People;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** {@code POST /demo/as/{person}}: in the demo, everybody may be anybody. */
@Controller
@Profile("demo")
class PersonPicker {

    private final People people;
    private final Login login;

    PersonPicker(People people, Login login) {
        this.people = people;
        this.login = login;
    }

    List<Viewer> people() {
        return people.everybody();
    }

    @PostMapping("/demo/as/{person}")
    String as(@PathVariable String person, HttpServletRequest request, HttpServletResponse response) {
        if (!login.as(person, request, response)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/";
    }
}
