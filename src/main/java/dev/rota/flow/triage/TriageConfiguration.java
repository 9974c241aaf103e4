package dev.rota.flow.triage;

import dev.rota.desk.Company;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the route set that decides. */
@Configuration(proxyBeanMethods = false)
class TriageConfiguration {

    /** The route set of the folder as it is at the start; an engine does not start on routes with a problem. */
    @Bean
    ActiveRouteSet triage(@Value("${rota.routes-dir}") Path routes, Supplier<Company> company) throws RouteSetRefused {
        return new ActiveRouteSet(new RouteSetCompiler().compile(routes.resolve("triage"), company.get()));
    }
}
