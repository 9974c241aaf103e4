package dev.rota.cli;

import dev.rota.config.InvalidConfig;
import dev.rota.config.Problem;
import dev.rota.flow.triage.RouteSetRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** One engine in this process, from its start until it is told to stop. */
final class Engine {

    private final CountDownLatch closed = new CountDownLatch(1);

    private Engine() {}

    /**
     * Starts an engine.
     *
     * @param settings what the environment says, and what else shall hold as if it did
     */
    static Engine start(Settings settings, String... profiles) {
        Ports.requireFree(settings);
        var engine = new Engine();
        var application = new SpringApplication(EngineApplication.class);
        application.setAdditionalProfiles(profiles);
        application.setDefaultProperties(Map.copyOf(settings.variables()));
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> engine.closed.countDown());
        try {
            application.run(files(settings.configDir()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Engine.class).debug("start failed", e);
            throw failure(rootOf(e));
        }
        return engine;
    }

    /** Waits until the engine has stopped. */
    void await() throws InterruptedException {
        closed.await();
    }

    /** Only these two: a stray application.yaml in the current folder is not ours. */
    private static String files(Path configDir) {
        var operators = configDir.resolve("application.yaml").toAbsolutePath().toUri();
        return "--spring.config.location=classpath:/,optional:" + operators;
    }

    private static CommandFailure failure(Throwable root) {
        if (root instanceof RouteSetRefused refused) {
            return refusal(refused.problems());
        }
        if (root instanceof InvalidConfig invalid) {
            return refusal(invalid.problems());
        }
        var message = root.getMessage() == null ? root.toString() : root.getMessage();
        return CommandFailure.found("The engine did not start: " + message);
    }

    private static CommandFailure refusal(List<Problem> problems) {
        return CommandFailure.wrongUse(problems.stream().map(Problem::toString).toList());
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
