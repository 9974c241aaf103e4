package dev.rota.api;

import dev.rota.conversation.Archive;
import dev.rota.conversation.Page;
import dev.rota.conversation.Past;
import dev.rota.conversation.PastPage;
import dev.rota.desk.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that was ever said, as far as the caller may see it: searched by its words, and read back customer by customer. */
@RestController
class ArchiveApi {

    private final Archive archive;

    ArchiveApi(Archive archive) {
        this.archive = archive;
    }

    @GetMapping("/api/search")
    Page<Past> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @AuthenticationPrincipal Viewer viewer) {
        return archive.search(q, Parameters.text(cursor), Parameters.limit(limit), viewer);
    }

    @GetMapping("/api/customers/{id}/history")
    PastPage history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @AuthenticationPrincipal Viewer viewer) {
        return archive.history(Ids.customer(id), Parameters.text(cursor), Parameters.limit(limit), viewer)
                .orElseThrow(() -> Ids.noCustomer(id));
    }
}
