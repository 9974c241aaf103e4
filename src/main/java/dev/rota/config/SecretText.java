package dev.rota.config;

/** Where a secret is kept: one placeholder, and never the secret itself. */
record SecretText(Template template) {

    static final String PATTERN = "\\{\\{(env|file):[^{}]+}}";

    static final SecretText NONE = new SecretText(Template.EMPTY);

    static SecretText parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException();
        }
        return new SecretText(new Template(text));
    }
}
