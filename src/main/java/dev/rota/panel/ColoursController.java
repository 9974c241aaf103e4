package dev.rota.panel;

import dev.rota.desk.Company;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style sheet of the numbers' colours: what colours an element may not stand on it, by the pages' policy. */
@Controller
class ColoursController {

    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");

    private final Supplier<Company> company;

    ColoursController(Supplier<Company> company) {
        this.company = company;
    }

    @GetMapping("/panel/colours.css")
    ResponseEntity<String> colours() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.noCache())
                .body(new Colours(company.get()).sheet());
    }
}
