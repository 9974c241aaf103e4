package dev.rota.panel;

import dev.rota.conversation.Answering;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Wording;
import java.util.List;

/** What the fields of the composer say: a template with what fills its gaps, words with buttons, or plain words. */
final class Composed {

    private Composed() {}

    /** The answer; with a reason it goes out whoever is responsible and whatever was said meanwhile. */
    static Answering answer(Form form) {
        return answer(form, wording(form));
    }

    /** The same with something else to say than the fields do. */
    static Answering answer(Form form, Wording wording) {
        var anyway = Form.given(form.anyway());
        return new Answering(form.epoch(), form.seen(), wording, anyway.isEmpty() ? null : anyway);
    }

    /** The words that go out beside a file. */
    static String beside(Form form) {
        if (!Form.given(form.template()).isEmpty()
                || !Form.given(form.buttons()).isEmpty()) {
            throw new Invalid(
                    "file", "a file goes out alone or with words beside it; take the template or buttons away");
        }
        return Form.given(form.text());
    }

    private static Wording wording(Form form) {
        var template = Form.given(form.template());
        if (!template.isEmpty()) {
            return template(template, form.parameters() == null ? "" : form.parameters());
        }
        var text = Form.given(form.text());
        if (text.isEmpty()) {
            throw new Invalid("text", "there is nothing to send; write something first");
        }
        var buttons = lines(form.buttons() == null ? "" : form.buttons());
        return buttons.isEmpty()
                ? new Wording.Text(text)
                : new Wording.Buttons(
                        text,
                        buttons.stream()
                                .map(title -> new Wording.Choice(title, title, null))
                                .toList());
    }

    /**
     * A template.
     *
     * @param chosen its name and language, with a bar between
     * @param parameters one line for each gap
     */
    static Wording.Template template(String chosen, String parameters) {
        var bar = chosen.lastIndexOf('|');
        return Wording.Template.unknown(
                chosen.substring(0, Math.max(bar, 0)), chosen.substring(bar + 1), lines(parameters));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
