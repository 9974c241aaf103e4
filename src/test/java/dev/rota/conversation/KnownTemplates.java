package dev.rota.conversation;

import dev.rota.desk.Template;
import dev.rota.desk.Template.Gap;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What Meta has, as far as a test says; nothing is known until it does. */
final class KnownTemplates implements Templates {

    private volatile TemplateList list = TemplateList.UNKNOWN;
    final AtomicInteger outdated = new AtomicInteger();

    /** From now on these are known, each as {@code name language category status body}. */
    void are(String... templates) {
        var known = new ArrayList<Template>();
        for (var each : templates) {
            var parts = each.split(" ", 5);
            var gaps = new ArrayList<Gap>();
            for (var n = 1; parts[4].contains("{{" + n + "}}"); n++) {
                gaps.add(new Gap(Gap.Part.BODY, String.valueOf(n), false, 0));
            }
            known.add(new Template(
                    parts[0],
                    parts[1],
                    parts[2].toUpperCase(Locale.ROOT),
                    parts[3].toUpperCase(Locale.ROOT),
                    parts[4],
                    List.copyOf(gaps),
                    null));
        }
        list = new TemplateList(Desk.TUESDAY_MORNING, null, known);
    }

    @Override
    public TemplateList of(String number) {
        return number.equals(Desk.SUPORTE) ? list : TemplateList.UNKNOWN;
    }

    @Override
    public void outdated() {
        outdated.incrementAndGet();
    }
}
