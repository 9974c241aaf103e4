package dev.rota.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A template as Meta has it, in one language.
 *
 * @param language as Meta writes it: {@code pt_BR}
 * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}
 * @param status Meta's word for it: {@code APPROVED}, {@code PAUSED}, …
 * @param text the words of its body, with its gaps
 * @param gaps what is to be filled, in the order in which a message fills them
 * @param obstacle why Rota can't send it, as the end of a sentence; null when it can
 */
public record Template(
        String name,
        String language,
        String category,
        String status,
        String text,
        List<Gap> gaps,
        @Nullable String obstacle) {

    private static final String APPROVED = "APPROVED";
    private static final String MARKETING = "MARKETING";

    public Template {
        gaps = List.copyOf(gaps);
    }

    /**
     * A place in a template that each message fills with words of its own.
     *
     * @param label as it stands between the braces: {@code 1}, {@code first_name}
     * @param named whether Meta wants to be told the label
     * @param button which button it belongs to, from 0; 0 outside buttons
     */
    public record Gap(Part part, String label, boolean named, int button) {

        /** Where in the template it is. */
        public enum Part {
            HEADER,
            BODY,
            BUTTON
        }
    }

    /** Whether Meta sends messages with it. */
    public boolean isApproved() {
        return status.equals(APPROVED);
    }

    /** Whether customers may have asked not to get it. */
    public boolean isMarketing() {
        return category.equals(MARKETING);
    }

    /** Whether it is in that language; Meta's webhooks write {@code pt-BR} for {@code pt_BR}. */
    public boolean isIn(String wanted) {
        return language.equals(wanted.replace('-', '_'));
    }

    /** Meta's word for its status, as people write it. */
    String state() {
        return status.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The message that fills its gaps, as many as it has. */
    public Wording.Template filled(List<String> parameters) {
        var words = text;
        for (var n = 0; n < gaps.size(); n++) {
            if (gaps.get(n).part() == Gap.Part.BODY) {
                words = words.replace("{{" + gaps.get(n).label() + "}}", parameters.get(n));
            }
        }
        return new Wording.Template(name, language, parameters, gaps, words);
    }
}
