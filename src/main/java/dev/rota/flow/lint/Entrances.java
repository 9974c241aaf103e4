package dev.rota.flow.lint;

import dev.rota.desk.WorkSource;
import dev.rota.downstream.back.DownstreamCall;
import dev.rota.flow.yaml.Yaml;
import dev.rota.whatsapp.WebhookCall;
import org.springframework.core.ResolvableType;

/** What comes in where a route takes from elsewhere. */
record Entrances(Beans beans) {

    Given of(Yaml from, EngineProperties properties) {
        return Address.of(from, properties)
                .map(address -> switch (address.scheme()) {
                    case "platform-http" ->
                        Given.first(
                                Types.of(address.path().endsWith("{name}") ? DownstreamCall.class : WebhookCall.class));
                    case "work" -> Given.first(work(address.path()));
                    case "timer", "quartz" -> Given.first(Types.UNKNOWN);
                    default -> Given.ANYTHING;
                })
                .orElse(Given.ANYTHING);
    }

    private ResolvableType work(String source) {
        return beans.type(source)
                .map(type -> Types.known(
                        ResolvableType.forClass(type).as(WorkSource.class).getGeneric(0)))
                .orElse(Types.UNKNOWN);
    }
}
