package dev.rota.flow.downstream;

import org.apache.camel.CamelContext;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;

/** Makes the Camel context of a set of adapters: the engine's beans and properties, and components of its own. */
final class AdapterContext {

    private AdapterContext() {}

    static DefaultCamelContext create(String hash, CamelContext engine, AllowedHosts addresses) {
        var context = new DefaultCamelContext(false);
        context.disableJMX();
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        context.setStreamCaching(false);
        context.setSourceLocationEnabled(true);
        var extension = context.getCamelContextExtension();
        extension.setName("adapters-" + hash);
        extension.setRegistry(new DefaultRegistry(new EngineBeans(engine.getRegistry())));
        // What fails goes back to the outbox, which alone tries again.
        extension.setErrorHandlerFactory(new NoErrorHandlerBuilder());
        context.build();
        context.getPropertiesComponent().addPropertiesSource(new EngineProperties(engine));
        context.addComponent("http", new GuardedHttp(addresses));
        context.addComponent("https", new GuardedHttp(addresses));
        context.addComponent("kamelet", onlyWhatWasLoaded());
        return context;
    }

    /** A Kamelet that is not among the files is not looked for elsewhere. */
    private static KameletComponent onlyWhatWasLoaded() {
        var kamelets = new KameletComponent();
        kamelets.setLocation("classpath:no-kamelets");
        kamelets.setNoErrorHandler(true);
        return kamelets;
    }

    private record EngineProperties(CamelContext engine) implements PropertiesSource {
        @Override
        public String getName() {
            return "engine";
        }

        @Override
        @SuppressWarnings("NullAway") // Camel asks for null where there is none
        public String getProperty(String name) {
            return engine.getPropertiesComponent().resolveProperty(name).orElse(null);
        }
    }
}
