package dev.rota.flow.triage;

import dev.rota.desk.Company;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compiles the rules at the start; an engine does not start on rules with a problem. */
@Configuration(proxyBeanMethods = false)
class TriageConfiguration {

    @Bean(destroyMethod = "close")
    RouteSet triage(@Value("${rota.routes-dir}") Path routes, Supplier<Company> company) throws RouteSetRefused {
        return new RouteSetCompiler().compile(routes.resolve("triage"), company.get());
    }
}
