package dev.rota.whatsapp;

/**
 * Something that Rota asks Meta.
 *
 * @param path after the address of the Graph API
 * @param query after the question mark, encoded
 */
public record GraphQuestion(String path, String query, String token) {
    @Override
    public String toString() {
        return "GraphQuestion[" + path + "]";
    }
}
