package dev.rota.panel;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; in the demo it lists everybody to choose from. */
@Controller
class LoginController {

    private final ObjectProvider<PersonPicker> picker;

    LoginController(ObjectProvider<PersonPicker> picker) {
        this.picker = picker;
    }

    @GetMapping("/login")
    String login(Model model) {
        picker.ifAvailable(demo -> model.addAttribute("people", demo.people()));
        return "login";
    }
}
