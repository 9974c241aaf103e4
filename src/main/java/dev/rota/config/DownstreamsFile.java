package dev.rota.config;

import dev.rota.desk.Cap;
import dev.rota.desk.Downstream;
import dev.rota.desk.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code downstreams.yaml}: the helpdesks and CRMs that receive tickets. */
record DownstreamsFile(
        @Key(value = "The downstreams, by the name that queues and agents use.", whole = true)
                Named<DownstreamEntry> downstreams) {

    /** A helpdesk or CRM. */
    record DownstreamEntry(
            @Key("The file in routes/downstream that speaks to it, without .kamelet.yaml.") Located<String> kamelet,
            @Key(value = "The parameters of that file; secrets as {{env:NAME}} or {{file:PATH}}.", or = "{}")
                    Named<Template> with,
            @Key(value = "How much it is asked at once.", or = "{}") Limit limit,
            @Key(value = "How long a delivery is tried before it is parked.", or = "72h") Duration parkAfter,
            @Key(value = "Whether a conversation gets its ticket while it still waits.", or = "false")
                    boolean unassigned,
            @Key(value = "What it is told.", or = "[assigned, waiting, moved, closed, messages, notes]")
                    List<Sent> send,
            @Key(value = "Whether its address may be on this machine or in a private network.", or = "false")
                    boolean allowPrivateAddress,
            @Key("What it tells Rota; nothing without this key.") @Nullable Located<BackEntry> back) {

        Downstream desk(String name, Placeholders placeholders, Source warnings) {
            var parameters = placeholders.parameters(with, warnings);
            return new Downstream(
                    name,
                    kamelet.value(),
                    parameters,
                    limit.parallel(),
                    limit.cap(),
                    parkAfter,
                    unassigned,
                    Set.copyOf(send),
                    allowPrivateAddress,
                    back == null ? null : back.value().desk(kamelet.value(), parameters, placeholders, warnings));
        }
    }

    /** A limit. */
    record Limit(
            @Key(value = "Requests under way at the same time.", or = "8", min = 1) int parallel,
            @Key(value = "Requests within any minute, over all engines; any number, without this key.", min = 1)
                    @Nullable
                    Integer perMinute) {

        @Nullable
        Cap cap() {
            return perMinute == null ? null : new Cap(perMinute, Duration.ofMinutes(1));
        }
    }

    Map<String, Downstream> desks(Placeholders placeholders, Source warnings) {
        return downstreams.map((name, entry) -> entry.desk(name, placeholders, warnings));
    }
}
