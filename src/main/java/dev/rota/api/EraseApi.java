package dev.rota.api;

import dev.rota.desk.Viewer;
import dev.rota.keeping.Erased;
import dev.rota.keeping.Erasing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A customer who wants to be forgotten. */
@RestController
class EraseApi {

    private final Erasing erasing;

    EraseApi(Erasing erasing) {
        this.erasing = erasing;
    }

    @PostMapping("/api/customers/erase")
    Erased erase(@RequestBody Body.Erase body, @AuthenticationPrincipal Viewer viewer) {
        return erasing.erase(body.customer(), viewer);
    }
}
