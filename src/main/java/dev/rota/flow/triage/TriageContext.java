package dev.rota.flow.triage;

import org.apache.camel.CamelContext;
import org.apache.camel.NoSuchLanguageException;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.simple.SimpleLanguage;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.Language;
import org.apache.camel.spi.LanguageResolver;
import org.apache.camel.support.DefaultRegistry;

/** Makes the small Camel context of a route set, which knows three components, two languages and nothing else. */
final class TriageContext {

    static final String SIMPLE = "simple";

    private TriageContext() {}

    static DefaultCamelContext create(String hash, RequestTypes types) {
        var context = new DefaultCamelContext(false);
        context.disableJMX();
        context.setLoadTypeConverters(false);
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        var extension = context.getCamelContextExtension();
        extension.setName("triage-" + hash);
        extension.setRegistry(new DefaultRegistry());
        // Camel's default handler writes to the log what failed; here an exception goes to the caller and no further.
        extension.setErrorHandlerFactory(new NoErrorHandlerBuilder());
        ComponentResolver noOther = (name, asked) -> null;
        extension.addContextPlugin(ComponentResolver.class, noOther);
        extension.addContextPlugin(LanguageResolver.class, (LanguageResolver) TriageContext::language);
        context.addComponent(Target.DIRECT, new DirectComponent());
        context.addComponent(Target.QUEUE, new QueueComponent());
        context.addComponent(Target.REQUEST_TYPE, new RequestTypeComponent(types));
        context.build();
        return context;
    }

    /** Simple, and what looks at the facts for it. */
    private static Language language(String name, CamelContext context) {
        return switch (name) {
            case SIMPLE -> new SimpleLanguage();
            case FactLanguage.NAME -> new FactLanguage();
            default -> throw new NoSuchLanguageException(name);
        };
    }
}
