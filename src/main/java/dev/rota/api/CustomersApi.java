package dev.rota.api;

import dev.rota.customer.CustomerProfile;
import dev.rota.customer.ImportReport;
import dev.rota.customer.ProfileImport;
import dev.rota.customer.Profiles;
import dev.rota.desk.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company knows of its customers, told by its other programs. */
@RestController
@RequestMapping("/api/customers")
class CustomersApi {

    private final Profiles profiles;
    private final ProfileImport files;

    CustomersApi(Profiles profiles, ProfileImport files) {
        this.profiles = profiles;
        this.files = files;
    }

    /** @param id Rota's own of the customer, a phone with its country code, or another id of Meta's */
    @PutMapping("/{id}")
    CustomerProfile put(@PathVariable String id, @RequestBody Body.Known body, @AuthenticationPrincipal Viewer viewer) {
        var profile = new CustomerProfile(id, body.name(), body.tier(), body.city(), known(body.attributes()));
        return profiles.put(profile, viewer.name());
    }

    /** Answers when the file has been read to its end, however long it is: it is kept while it comes. */
    @PostMapping(path = "/import", consumes = "text/csv")
    ImportReport take(InputStream csv, @AuthenticationPrincipal Viewer viewer) throws IOException {
        return files.take(csv, viewer.name());
    }

    private static Map<String, String> known(@Nullable Map<String, @Nullable String> attributes) {
        var known = new HashMap<String, String>();
        if (attributes != null) {
            attributes.forEach((name, value) -> {
                if (value != null) {
                    known.put(name, value);
                }
            });
        }
        return known;
    }
}
