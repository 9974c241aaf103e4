package dev.rota.flow.yaml;

import dev.rota.config.RuleFile;

/**
 * One route file as it was when the folder was read; nothing reads it again.
 *
 * @param name its name from the routes folder, as decisions quote it: {@code triage/queue.camel.yaml}
 * @param path its name with the routes folder, as problems quote it: {@code routes/triage/queue.camel.yaml}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RouteFile(String name, String path, byte[] bytes) {

    private static final String ROUTES = "routes/";

    /** One of the route files that swap. */
    public static RouteFile of(RuleFile file) {
        return new RouteFile(file.name().substring(ROUTES.length()), file.path(), file.bytes());
    }
}
