package dev.rota.search;

import java.util.Locale;

/** Something that was typed and can't be looked for; the message says what was expected. */
public final class Unsearchable extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String detail;

    /** What is wrong with what was typed. */
    public enum Fault {
        /** Longer than anybody searches for; the detail is its length. */
        LONG("%s characters are too many; expected at most " + Query.LONGEST),
        /** More words than anybody searches for; the detail is their number. */
        MANY("%s words are too many; expected at most " + Query.MOST_TERMS),
        /** U+0000, which no text can have. */
        NUL("there is a character in it that no message has (U+0000)%s"),
        /** Neither a letter nor a digit in it. */
        WORDLESS(
                "there is no word in it%s; expected words, \"a phrase\", the begin* of a word, or a filter such as phone:1234"),
        /** Only words that are in almost every message. */
        LITTLE("%s: almost every message has such words; expected one that tells more"),
        /** A quotation mark without the one that ends the phrase. */
        UNCLOSED("a quotation mark is not closed%s; expected \"a phrase\""),
        /** A star that is not after the beginning of a word. */
        STAR("'%s': a star stands after at least two letters or digits, as in bol*"),
        /** A filter that does not exist; the detail is its name. */
        UNKNOWN_FILTER("there is no filter '%s'; expected name, phone, protocol, number, queue or owner"),
        /** A filter with nothing after its colon; the detail is its name. */
        EMPTY_FILTER(
                "the filter '%s' has no value; expected one after the colon, in quotation marks when it has spaces"),
        /** A filter that stands there twice; the detail is its name. */
        TWICE("the filter '%s' stands there twice; expected it once"),
        /** Too little of a name; the detail is what there is. */
        SHORT_NAME("name:%s is too short; expected at least 3 letters of the name"),
        /** Too little of a phone; the detail is what there is. */
        SHORT_PHONE("phone:%s is too short; expected at least 4 digits of the phone"),
        /** Filters that leave too much; the detail is their text. */
        WIDE("%s leaves too much to list; expected a word, or name:, phone: or protocol: of few customers");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** The name in a message bundle. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Unsearchable(Fault fault, String detail) {
        super(fault.sentence.formatted(detail), null);
        this.fault = fault;
        this.detail = detail;
    }

    public Fault fault() {
        return fault;
    }

    /** What the sentence is about, as it was typed; empty where nothing needs to be said. */
    public String detail() {
        return detail;
    }
}
