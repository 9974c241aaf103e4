package dev.rota.flow.work;

import dev.rota.desk.WorkSource;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;

/**
 * Makes {@code work:NAME} endpoints of the {@link WorkSource} beans of those names. The work is done by the thread that hands
 * it out, by a fixed number of {@code threads}, or, where the source itself knows how much may be under way and any of it may
 * hang, by as many as that takes: {@code elastic=true}.
 */
public final class WorkComponent extends DefaultComponent {

    public WorkComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        var source = CamelContextHelper.mandatoryLookup(getCamelContext(), name, WorkSource.class);
        var threads = getAndRemoveParameter(parameters, "threads", int.class, 0);
        var elastic = getAndRemoveParameter(parameters, "elastic", boolean.class, false);
        return new WorkEndpoint(uri, this, source, new Crew(threads, elastic));
    }
}
