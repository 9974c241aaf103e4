package dev.rota.demo;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.Person;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The simulated phone: any customer, any of the company's numbers. */
@Controller
@Profile("demo")
class PhonePage {

    private final Supplier<Company> company;
    private final Chats chats;
    private final Phone phone;
    private final Trickle trickle;
    private final Clock clock;

    PhonePage(Supplier<Company> company, Chats chats, Phone phone, Trickle trickle, Clock clock) {
        this.company = company;
        this.chats = chats;
        this.phone = phone;
        this.trickle = trickle;
        this.clock = clock;
    }

    @GetMapping("/demo/phone")
    String page(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String customer,
            Model model) {
        var numbers = company.get().numbers().keySet().stream().sorted().toList();
        var chosen = numbers.contains(number) ? number : numbers.get(0);
        var person = customer.isBlank() ? chats.people().get(0) : chats.byPhone(customer);
        model.addAttribute("numbers", numbers);
        model.addAttribute("people", chats.people());
        model.addAttribute("paused", trickle.paused());
        model.addAttribute("recent", chats.recent());
        fill(model, chosen, person);
        return "demo/phone";
    }

    @GetMapping("/demo/phone/chat")
    String chat(@RequestParam String number, @RequestParam String customer, Model model) {
        fill(model, number, chats.byPhone(customer));
        return "demo/phone :: chat";
    }

    @GetMapping("/demo/phone/recent")
    String recent(Model model) {
        model.addAttribute("recent", chats.recent());
        return "demo/phone :: recent";
    }

    @PostMapping("/demo/phone/people")
    String invent(
            @RequestParam String name, @RequestParam String phone, @RequestParam String number, RedirectAttributes to) {
        var person = new Person(phone.strip(), name.strip());
        if (person.waId().length() < 8
                || person.waId().length() > 15
                || person.name().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a name and 8 to 15 digits are needed");
        }
        chats.meet(person);
        return open(number, person.waId(), to);
    }

    @PostMapping("/demo/phone/messages")
    String write(
            @RequestParam String number,
            @RequestParam String customer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String button,
            RedirectAttributes to) {
        var person = chats.byPhone(customer);
        if (!button.isEmpty()) {
            phone.tap(person, numberNamed(number), button, button.replace('-', ' '));
        } else if (!text.isBlank()) {
            phone.write(person, numberNamed(number), text.strip());
        }
        return open(number, customer, to);
    }

    @PostMapping("/demo/phone/trickle")
    String trickle(
            @RequestParam boolean pause,
            @RequestParam String number,
            @RequestParam String customer,
            RedirectAttributes to) {
        trickle.pause(pause);
        return open(number, customer, to);
    }

    private static String open(String number, String customer, RedirectAttributes to) {
        to.addAttribute("number", number);
        to.addAttribute("customer", customer);
        return "redirect:/demo/phone";
    }

    private void fill(Model model, String number, Person person) {
        model.addAttribute("number", number);
        model.addAttribute("person", person);
        model.addAttribute("lines", chats.of(number, person.waId()));
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("buttons", List.of("segunda-via"));
    }

    private Number numberNamed(String name) {
        var number = company.get().numbers().get(name);
        if (number == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "there is no number '" + name + "'");
        }
        return number;
    }
}
