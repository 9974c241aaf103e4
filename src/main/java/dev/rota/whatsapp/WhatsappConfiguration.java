package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rota.desk.Company;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans by which routes speak of Meta's side. */
@Configuration(proxyBeanMethods = false)
class WhatsappConfiguration {

    @Bean
    Signature signature(Supplier<Company> company) {
        return new Signature(company);
    }

    @Bean
    Handshake handshake(Supplier<Company> company) {
        return new Handshake(company);
    }

    @Bean
    Splitter splitter(Supplier<Company> company) {
        return new Splitter(Copies.of(company));
    }

    @Bean
    Acknowledgement acknowledgement() {
        return new Acknowledgement();
    }

    @Bean
    Accounts accounts() {
        return new Accounts();
    }

    @Bean
    Reader reader(Supplier<Company> company, Accounts accounts) {
        return new Reader(company, accounts);
    }

    @Bean
    TemplateTable templates(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        return new TemplateTable(jdbc, transaction, json, clock);
    }

    /** Where {@code work:templateQuestions} takes from. */
    @Bean
    TemplateQuestions templateQuestions(
            TemplateTable templates,
            Accounts accounts,
            Supplier<Company> company,
            @Value("${rota.graph-version}") String version,
            Clock clock) {
        return new TemplateQuestions(templates, accounts, company, version, clock);
    }

    @Bean
    Graph graph(Supplier<Company> company, @Value("${rota.graph-version}") String version, ObjectMapper json) {
        return new Graph(company, version, json);
    }

    @Bean
    GraphFiles graphFiles(@Value("${rota.graph-version}") String version, ObjectMapper json) {
        return new GraphFiles(version, json);
    }

    @Bean
    GraphUploads graphUploads(Supplier<Company> company, Graph graph, @Value("${rota.graph-version}") String version) {
        return new GraphUploads(company, graph, version);
    }

    @Bean
    GraphSignals graphSignals(
            Supplier<Company> company, @Value("${rota.graph-version}") String version, ObjectMapper json) {
        return new GraphSignals(company, version, json);
    }

    /** Where {@code work:dueSignals} takes from. */
    @Bean
    DueSignals dueSignals() {
        return new DueSignals(Ticker.systemTicker());
    }
}
