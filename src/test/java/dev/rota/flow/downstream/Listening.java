package dev.rota.flow.downstream;

import dev.rota.config.RuleFolders;
import dev.rota.desk.Back;
import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Sent;
import dev.rota.desk.TicketNews;
import dev.rota.desk.WayBack;
import dev.rota.downstream.back.Callback;
import dev.rota.downstream.back.DownstreamCall;
import dev.rota.downstream.back.NewsReading;
import dev.rota.flow.back.NewsLists;
import dev.rota.flow.downstream.HeardPage.Heard;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;

/** Hears what the downstream "desk" tells by itself, through its Kamelet, as the routes folder has it. */
final class Listening implements AutoCloseable {

    private final DefaultCamelContext engine = new DefaultCamelContext();
    private final Adapters adapters;
    private final List<Heard> heard = new ArrayList<>();

    Listening(String kamelet, Map<String, String> with) {
        Bringing.bind(engine.getRegistry(), (downstream, requests) -> {});
        engine.getRegistry().bind("newsLists", new NewsLists());
        engine.start();
        try {
            adapters = new AdapterCompiler(engine)
                    .compile(RuleFolders.readRoutes(Path.of("routes")), company(new WayBack(kamelet, with, null)));
        } catch (RouteSetRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /**
     * What is new in a call.
     *
     * @throws dev.rota.desk.SignatureRefused when it is not signed as the Kamelet says
     * @throws dev.rota.downstream.back.NotNews when it can't be read
     */
    List<TicketNews> hear(Instant now, Map<String, String> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var call = adapters.signature("desk").orElseThrow().verify(new DownstreamCall("desk", headers, bytes, now));
        var callback = new Callback(1, "desk", call.receivedAt(), false, call.body(), call.proof(), new UUID(1, 1), 1);
        var news =
                adapters.ask(Downstream.BACK + "desk", callback.text()).join().orElse(null);
        heard.add(new Heard(body, news));
        return new NewsReading().read(callback, news);
    }

    /** Every call so far with its news. */
    List<Heard> heard() {
        return heard;
    }

    /** On this machine, where the way back asks for more. */
    private static Company company(WayBack back) {
        var url = back.with().getOrDefault("url", "https://desk.example");
        var desk = new Downstream(
                "desk",
                "webhook-ticket-action",
                Map.of("url", url, "secret", "a secret"),
                8,
                null,
                Duration.ofDays(3),
                false,
                EnumSet.allOf(Sent.class),
                true,
                new Back(back, null, Set.of("reply", "note", "owner", "status")));
        return ExampleCompany.with(desk);
    }

    @Override
    public void close() {
        adapters.close();
        engine.stop();
    }
}
