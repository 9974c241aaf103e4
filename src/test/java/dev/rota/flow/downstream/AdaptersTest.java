package dev.rota.flow.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.ConfigReader;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adapters that are replaced while they have something to bring. */
class AdaptersTest {

    private final DefaultCamelContext engine = new DefaultCamelContext();
    private final Helpdesk helpdesk = new Helpdesk();
    private final AtomicReference<Adapters> inForce = new AtomicReference<>();

    @BeforeEach
    void an_engine_with_one_helpdesk() throws Exception {
        engine.getRegistry().bind("helpdesk", helpdesk);
        inForce.set(adapters("first"));
        engine.start();
        new DownstreamRoutes(Set.of("helpdesk"), inForce::get).addTo(engine);
    }

    @AfterEach
    void close() {
        engine.stop();
    }

    @Test
    void what_is_under_way_ends_with_the_adapter_that_began_it_and_the_next_goes_to_the_new_one() throws Exception {
        var template = engine.createProducerTemplate();
        var slow = template.asyncRequestBody("direct:downstream.helpdesk", "slow");
        helpdesk.begun.await();
        var before = inForce.getAndSet(adapters("second"));
        before.close();

        assertThat(template.requestBody("direct:downstream.helpdesk", "quick")).isEqualTo("quick by second");
        helpdesk.mayEnd.countDown();

        assertThat(slow.get()).isEqualTo("slow by first");
        assertThat(before.enter()).as("at its end").isFalse();
    }

    @Test
    void what_is_for_a_helpdesk_that_has_left_the_files_fails_and_is_not_lost() throws Exception {
        new DownstreamRoutes(Set.of("elsewhere"), inForce::get).addTo(engine);

        assertThat(failure(engine.createProducerTemplate()))
                .hasRootCauseMessage("no adapter is called 'elsewhere' any more");
    }

    private static Throwable failure(ProducerTemplate template) {
        try {
            template.requestBody("direct:downstream.elsewhere", "quick");
            throw new AssertionError("it was brought");
        } catch (CamelExecutionException e) {
            return e;
        }
    }

    private Adapters adapters(String version) throws Exception {
        var company = ConfigReader.read(Path.of("config"), name -> "set").required();
        var kamelet =
                """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: {name: webhook-ticket-action}
                spec:
                  definition: {}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - bean: {ref: helpdesk, method: "take(${body}, 'VERSION')"}
                """
                        .replace("VERSION", version);
        var others = RuleFolders.readRoutes(Path.of("routes")).in(RuleFiles.DOWNSTREAM).stream()
                .filter(file -> !file.name().contains("ticket"));
        var file = new RuleFile(
                RuleFiles.DOWNSTREAM + "webhook-ticket-action.kamelet.yaml",
                "routes/downstream/webhook-ticket-action.kamelet.yaml",
                kamelet.getBytes(StandardCharsets.UTF_8));
        var files = RuleFiles.of(Stream.concat(Stream.of(file), others).toList());
        return new AdapterCompiler(engine).compile(files, company);
    }

    /** Takes its time with what is slow. */
    public static final class Helpdesk {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        public String take(String command, String version) throws InterruptedException {
            if (command.equals("slow")) {
                begun.countDown();
                mayEnd.await();
            }
            return command + " by " + version;
        }
    }
}
