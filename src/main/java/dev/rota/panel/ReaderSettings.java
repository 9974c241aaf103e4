package dev.rota.panel;

import dev.rota.access.KeptSettings;
import dev.rota.access.Settings;
import jakarta.servlet.http.HttpServletRequest;

/** The settings of whoever a page is made for, asked for once a request. */
final class ReaderSettings {

    private static final String ASKED = ReaderSettings.class.getName();

    private final KeptSettings kept;

    ReaderSettings(KeptSettings kept) {
        this.kept = kept;
    }

    /** Those of the person who has logged in; the usual ones for whoever has not. */
    Settings of(HttpServletRequest request) {
        if (request.getAttribute(ASKED) instanceof Settings settings) {
            return settings;
        }
        var reader = request.getUserPrincipal();
        var settings = reader == null ? Settings.USUAL : kept.of(reader.getName());
        request.setAttribute(ASKED, settings);
        return settings;
    }
}
