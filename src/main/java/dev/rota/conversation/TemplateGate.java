package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Template;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import dev.rota.desk.Wording;
import java.time.Instant;
import java.time.ZoneOffset;

/** Lets only templates out that Meta has approved, and marketing to nobody who wants none. */
final class TemplateGate {

    private final Templates templates;
    private final Preferences preferences;

    TemplateGate(Templates templates, Preferences preferences) {
        this.templates = templates;
        this.preferences = preferences;
    }

    /**
     * The same wording; a template with its gaps filled, as far as templates are known.
     *
     * @param number Meta's id of the number
     * @throws Invalid when it must not go out
     */
    Wording pass(String number, long customer, Wording wording) {
        if (!(wording instanceof Wording.Template template)) {
            return wording;
        }
        var list = templates.of(number);
        list.fault(template).ifPresent(fault -> {
            throw new Invalid(fault.field(), fault.sentence());
        });
        if (isMarketing(list, template)) {
            preferences.unwantedSince(customer, number).ifPresent(TemplateGate::refuse);
        }
        return list.find(template.name(), template.language())
                .<Wording>map(known -> known.filled(template.parameters()))
                .orElse(wording);
    }

    /** What is not known may be. */
    private static boolean isMarketing(TemplateList list, Wording.Template template) {
        return list.find(template.name(), template.language())
                .map(Template::isMarketing)
                .orElse(true);
    }

    private static void refuse(Instant since) {
        throw new Invalid(
                "template",
                "the customer has asked for no marketing from this number, on "
                        + since.atZone(ZoneOffset.UTC).toLocalDate()
                        + "; expected a template of another category");
    }
}
