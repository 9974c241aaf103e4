package dev.rota.flow.lint;

import org.apache.camel.catalog.CamelCatalog;

/** What is asked of each route and each of its steps by itself. */
final class RouteRules {

    private final EndpointRule endpoints;
    private final HeadersRule headers;
    private final HttpRule http;
    private final SimpleRule simple;

    RouteRules(CamelCatalog catalog, Beans beans, EngineProperties properties) {
        endpoints = new EndpointRule(new Options(catalog, beans), beans, properties);
        http = new HttpRule(properties);
        headers = new HeadersRule(http);
        simple = new SimpleRule(catalog);
    }

    void check(WrittenRoute route) {
        LengthRule.check(route);
        headers.check(route);
        endpoints.from(route);
        route.allSteps().forEach(step -> {
            StepsRule.check(step);
            simple.check(step);
            http.check(step);
            endpoints.to(step);
        });
    }
}
