package dev.rota.panel;

import dev.rota.access.Invitations;
import dev.rota.desk.Viewer;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/people/{name}/invitation}: a link for somebody to set a password. */
@RestController
class PeopleController {

    private final Invitations invitations;
    private final String publicUrl;

    PeopleController(Invitations invitations, @Value("${rota.public-url}") String publicUrl) {
        this.invitations = invitations;
        this.publicUrl = publicUrl;
    }

    @PostMapping("/api/people/{name}/invitation")
    ResponseEntity<?> invite(@PathVariable String name, @AuthenticationPrincipal Viewer viewer) {
        var path = invitations.invite(name, viewer.name());
        if (path.isEmpty()) {
            var detail = "nobody of that name can be invited; expected an agent or supervisor of config/teams.yaml";
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail))
                    .build();
        }
        return ResponseEntity.ok(Map.of("url", publicUrl + path.get()));
    }
}
