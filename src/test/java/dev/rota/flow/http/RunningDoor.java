package dev.rota.flow.http;

import dev.rota.whatsapp.Acknowledgement;
import dev.rota.whatsapp.ExampleCompany;
import dev.rota.whatsapp.Handshake;
import dev.rota.whatsapp.Signature;
import dev.rota.whatsapp.Splitter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/** The real route file on the real engine, at a free port, before a journal in memory. */
final class RunningDoor implements AutoCloseable {

    static final String PATH = "/webhooks/whatsapp";

    private final HttpClient client = HttpClient.newHttpClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final FakeJournal journal = new FakeJournal();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final VertxHttpEngine engine;

    RunningDoor(DoorSettings settings, RoutesBuilder... more) throws Exception {
        this(settings, null, more);
    }

    private RunningDoor(DoorSettings settings, @Nullable List<Exchange> seen, RoutesBuilder... more) throws Exception {
        engine = new VertxHttpEngine(settings, new Calls(Clock.systemUTC()), new Answers(meters));
        var registry = camel.getRegistry();
        registry.bind("platform-http-engine", engine);
        registry.bind("signature", new Signature(ExampleCompany::simple));
        registry.bind("handshake", new Handshake(ExampleCompany::simple));
        registry.bind("splitter", new Splitter());
        registry.bind("acknowledgement", new Acknowledgement());
        registry.bind("journal", journal);
        if (seen != null) {
            watch(seen);
        }
        var file = PluginHelper.getResourceLoader(camel).resolveResource("file:routes/10-receive.camel.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(file);
        for (var routes : more) {
            camel.addRoutes(routes);
        }
        camel.start();
    }

    static RunningDoor open(RouteBuilder... more) throws Exception {
        return new RunningDoor(DoorSettings.of("127.0.0.1", 0), more);
    }

    /** A door at which each step's exchange is seen, before and after. */
    static RunningDoor watched(List<Exchange> seen) throws Exception {
        return new RunningDoor(DoorSettings.of("127.0.0.1", 0), seen);
    }

    private void watch(List<Exchange> seen) {
        camel.getCamelContextExtension()
                .addInterceptStrategy((context, definition, step, next) -> new DelegateAsyncProcessor(step) {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        seen.add(exchange.copy());
                        return super.process(exchange, done -> {
                            seen.add(exchange.copy());
                            callback.done(done);
                        });
                    }
                });
    }

    FakeJournal journal() {
        return journal;
    }

    DefaultCamelContext camel() {
        return camel;
    }

    int port() {
        return engine.getServerPort();
    }

    double answered(int status) {
        return meters.counter("rota.webhook.answers", "status", Integer.toString(status))
                .count();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<String> post(byte[] body) throws Exception {
        return post(body, sign(body));
    }

    HttpResponse<String> post(byte[] body, String signature) throws Exception {
        return send(HttpRequest.newBuilder(uri(PATH))
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    static String sign(byte[] body) throws GeneralSecurityException {
        return sign(body, ExampleCompany.SECRET);
    }

    static String sign(byte[] body, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Override
    public void close() {
        camel.stop();
        engine.stop();
    }
}
