package dev.rota.panel;

import dev.rota.access.KeptSettings;
import dev.rota.access.Settings;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people choose how the panel speaks to them and hears them. */
@Controller
@RequestMapping("/settings")
class SettingsController {

    private final ReaderSettings settings;
    private final KeptSettings kept;

    SettingsController(ReaderSettings settings, KeptSettings kept) {
        this.settings = settings;
        this.kept = kept;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request, Model model) {
        model.addAttribute("viewer", viewer);
        model.addAttribute("settings", settings.of(request));
        model.addAttribute("languages", LanguageResolver.SPOKEN);
        return "settings";
    }

    /** @param language its tag; empty for the one that the browser asks for */
    @PostMapping
    String keep(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean singleKeys,
            @RequestParam(defaultValue = "false") boolean enterSends,
            @AuthenticationPrincipal Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!language.isEmpty() && !LanguageResolver.SPOKEN.contains(Locale.forLanguageTag(language))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unspoken", language);
            return show(viewer, request, model);
        }
        kept.keep(viewer.name(), new Settings(language.isEmpty() ? null : language, singleKeys, enterSends));
        return "redirect:/settings?kept";
    }
}
