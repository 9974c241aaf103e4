package dev.rota.panel;

import java.util.Locale;

/** A text by which no list can be narrowed; the message bundle has a sentence for each fault. */
final class Unfilterable extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String detail;

    /** What is wrong with the text. */
    enum Fault {
        /** Longer than anybody types; the detail is its length. */
        LONG,
        /** A filter that does not exist; the detail is its name. */
        UNKNOWN_FILTER,
        /** A filter with nothing after its colon; the detail is its name. */
        EMPTY_FILTER,
        /** A filter that stands there twice; the detail is its name. */
        TWICE,
        /** A quotation mark without its second one. */
        UNCLOSED,
        /** A queue, number or agent that does not exist for the reader; the detail is the piece. */
        UNKNOWN_VALUE,
        /** Neither a state nor a priority; the detail is the piece. */
        NO_LABEL,
        /** No length of time; the detail is the piece. */
        NO_TIME,
        /** What can't be under the tab that is open; the detail is the piece. */
        ELSEWHERE;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Unfilterable(Fault fault, String detail) {
        super(fault.label(), null);
        this.fault = fault;
        this.detail = detail;
    }

    /** Whether it would be right under another tab. */
    boolean isOfTheTab() {
        return fault == Fault.ELSEWHERE;
    }

    /** The key of the sentence in the message bundle. */
    public String key() {
        return "filter.fault." + fault.label();
    }

    /** What the sentence is about, as it was typed. */
    public String detail() {
        return detail;
    }
}
