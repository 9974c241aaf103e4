package dev.rota.config;

/** Whether {@code lookups.yaml} keeps its secrets elsewhere. */
final class LookupChecks {

    private LookupChecks() {}

    static void run(Parts parts) {
        var source = parts.lookups().source();
        var lookups = parts.lookups().content();
        if (lookups.crm() != null) {
            DownstreamChecks.requireNoSecret("crm", lookups.crm().with(), source);
        }
        if (lookups.model() != null) {
            DownstreamChecks.requireNoSecret("model", lookups.model().with(), source);
        }
    }
}
