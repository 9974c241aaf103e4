package dev.rota.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the company says to a customer.
 *
 * <p>The limits are Meta's, for messages of the Cloud API.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">messages</a>
 */
public sealed interface Wording {

    /** Meta's name of the message's type. */
    String type();

    /** The words in it, as people read them on the panel. */
    String text();

    /** What is longer, or more, or less than Meta takes; empty when nothing is. */
    List<Fault> faults();

    /** Whether Meta lets it through at any time, and not only within 24 h of the customer's last message. */
    default boolean opensWindow() {
        return false;
    }

    /** A field that Meta would refuse, and its limit. */
    record Fault(String field, String sentence) {}

    /** Plain words. */
    record Text(String body) implements Wording {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public String text() {
            return body;
        }

        @Override
        public List<Fault> faults() {
            return Limits.of("text", body, 4096).toList();
        }

        @Override
        public String toString() {
            return "Text[" + body.length() + " characters]";
        }
    }

    /** Something to tap on. */
    record Choice(String id, String title, @Nullable String description) {
        @Override
        public String toString() {
            return "Choice[]";
        }
    }

    /** Words with up to three buttons below. */
    record Buttons(String body, List<Choice> buttons) implements Wording {

        public Buttons {
            buttons = List.copyOf(buttons);
        }

        @Override
        public String type() {
            return "interactive";
        }

        @Override
        public String text() {
            return body + buttons.stream().map(one -> "\n[" + one.title() + "]").collect(Collectors.joining());
        }

        @Override
        public List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            Limits.of("buttons.body", body, 1024).forEach(faults::add);
            Limits.count("buttons.buttons", buttons.size(), 3).forEach(faults::add);
            buttons.forEach(one -> {
                Limits.of("buttons.buttons.id", one.id(), 256).forEach(faults::add);
                Limits.of("buttons.buttons.title", one.title(), 20).forEach(faults::add);
            });
            Limits.unique("buttons.buttons.title", buttons.stream().map(Choice::title))
                    .forEach(faults::add);
            return faults;
        }

        @Override
        public String toString() {
            return "Buttons[" + buttons.size() + "]";
        }
    }

    /** Words with a button that shows up to ten rows to choose from. */
    record Rows(String body, String button, List<Choice> rows) implements Wording {

        public Rows {
            rows = List.copyOf(rows);
        }

        @Override
        public String type() {
            return "interactive";
        }

        @Override
        public String text() {
            return body + rows.stream().map(one -> "\n• " + one.title()).collect(Collectors.joining());
        }

        @Override
        public List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            Limits.of("list.body", body, 4096).forEach(faults::add);
            Limits.of("list.button", button, 20).forEach(faults::add);
            Limits.count("list.rows", rows.size(), 10).forEach(faults::add);
            rows.forEach(one -> {
                Limits.of("list.rows.id", one.id(), 200).forEach(faults::add);
                Limits.of("list.rows.title", one.title(), 24).forEach(faults::add);
                Limits.upTo("list.rows.description", one.description(), 72).forEach(faults::add);
            });
            Limits.unique("list.rows.id", rows.stream().map(Choice::id)).forEach(faults::add);
            return faults;
        }

        @Override
        public String toString() {
            return "Rows[" + rows.size() + "]";
        }
    }

    /**
     * A picture, film, voice note or document that Meta has already.
     *
     * @param type {@code image}, {@code video}, {@code audio} or {@code document}
     * @param media the id under which Meta keeps it
     */
    record File(String type, String media, @Nullable String caption, @Nullable String filename) implements Wording {
        @Override
        public String text() {
            return caption == null ? "" : caption;
        }

        @Override
        public List<Fault> faults() {
            return Stream.concat(Limits.of("media.id", media, 256), Limits.upTo("media.caption", caption, 1024))
                    .toList();
        }

        @Override
        public String toString() {
            return "File[" + type + "]";
        }
    }

    /**
     * The same of the company's own, which Meta has not yet: it goes there first.
     *
     * @param file its id here
     */
    record Upload(String type, long file, @Nullable String caption, @Nullable String filename) implements Wording {
        @Override
        public String text() {
            return caption == null ? "" : caption;
        }

        @Override
        public List<Fault> faults() {
            return Stream.concat(Limits.upTo("media.caption", caption, 1024), Limits.beside(type, caption))
                    .toList();
        }

        @Override
        public String toString() {
            return "Upload[" + file + ", " + type + "]";
        }
    }

    /**
     * Words that Meta has approved, with the company's in their gaps.
     *
     * @param language as Meta writes it: {@code pt_BR}
     * @param parameters what stands in its gaps, in their order
     * @param gaps which these are; empty when the template is not known, and the gaps those of its body
     * @param words the template with its gaps filled, for people to read; its name where it is not known
     */
    record Template(
            String name, String language, List<String> parameters, List<dev.rota.desk.Template.Gap> gaps, String words)
            implements Wording {

        public Template {
            parameters = List.copyOf(parameters);
            gaps = List.copyOf(gaps);
        }

        /** One that nobody has looked up yet. */
        public static Template unknown(String name, String language, List<String> parameters) {
            return new Template(
                    name, language, parameters, List.of(), "[" + name + "] " + String.join(" · ", parameters));
        }

        @Override
        public String type() {
            return "template";
        }

        @Override
        public String text() {
            return words;
        }

        @Override
        public List<Fault> faults() {
            return Stream.concat(Limits.of("template.name", name, 512), Limits.of("template.language", language, 16))
                    .toList();
        }

        @Override
        public boolean opensWindow() {
            return true;
        }

        @Override
        public String toString() {
            return "Template[" + name + "]";
        }
    }
}
