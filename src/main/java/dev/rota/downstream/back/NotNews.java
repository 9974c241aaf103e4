package dev.rota.downstream.back;

/** What can't be read as news, with the reason in a sentence that holds nothing of what was said. */
public final class NotNews extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotNews(String sentence) {
        super(sentence, null, false, false);
    }
}
