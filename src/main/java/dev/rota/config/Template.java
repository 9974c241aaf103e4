package dev.rota.config;

import java.util.regex.Pattern;

/** A text in which placeholders stand for what is secret or differs between machines. */
record Template(String text) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(env|file):([^{}]+)}}");

    static final Template EMPTY = new Template("");

    static Template parse(String text) {
        if (PLACEHOLDER.matcher(text).replaceAll("").contains("{{")) {
            throw new IllegalArgumentException();
        }
        return new Template(text);
    }

    /** Whether at least one placeholder stands in it. */
    boolean hasPlaceholder() {
        return PLACEHOLDER.matcher(text).find();
    }

    @Override
    public String toString() {
        return "Template";
    }
}
