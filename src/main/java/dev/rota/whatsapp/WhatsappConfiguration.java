package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Company;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Reader reader(Supplier<Company> company) {
        return new Reader(company);
    }

    @Bean
    Graph graph(Supplier<Company> company, @Value("${rota.graph-version}") String version, ObjectMapper json) {
        return new Graph(company, version, json);
    }
}
