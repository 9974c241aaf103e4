package dev.rota.flow;

import org.apache.camel.CamelContext;
import org.springframework.context.SmartLifecycle;

/** Stops the routes while everything that their steps use is still there. */
final class RoutesFirst implements SmartLifecycle {

    private final CamelContext camel;

    RoutesFirst(CamelContext camel) {
        this.camel = camel;
    }

    /** The routes start by themselves, once everything else has. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        camel.stop();
    }

    @Override
    public boolean isRunning() {
        return camel.isStarted();
    }
}
