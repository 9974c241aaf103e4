package dev.rota.demo;

import dev.rota.desk.Company;
import dev.rota.whatsapp.simulated.DoorClient;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What surrounds the engine in {@code rota demo}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
@Profile("demo")
class DemoConfiguration {

    @Bean
    Cast cast() {
        return Cast.read();
    }

    @Bean
    Chats chats(Cast cast) {
        var chats = new Chats();
        cast.customers().forEach(customer -> chats.meet(customer.person()));
        return chats;
    }

    @Bean
    Later later() {
        return new Later();
    }

    @Bean
    MetaNetwork metaNetwork(Supplier<Company> company, Clock clock, @Value("${rota.webhook-port}") int port) {
        var door = URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp");
        return new MetaNetwork(company, new DoorClient(door), clock);
    }

    @Bean
    Phone phone(MetaNetwork network, Chats chats, Clock clock) {
        return new Phone(network, chats, clock);
    }

    @Bean
    MetaSimulator metaSimulator(Supplier<Company> company, Chats chats, MetaNetwork network, Later later, Clock clock) {
        return new MetaSimulator(company, chats, new StatusNews(network, chats, later, clock), clock);
    }

    @Bean
    HelpdeskSimulator helpdeskSimulator(@Value("${rota.public-url}") String publicUrl) {
        return new HelpdeskSimulator(publicUrl + "/demo/helpdesk");
    }

    @Bean
    Trickle trickle(
            Cast cast,
            Supplier<Company> company,
            Phone phone,
            JdbcClient database,
            Later later,
            DemoSettings settings) {
        return new Trickle(cast, company, phone, OpenConversations.in(database), later, settings);
    }

    /** Customers are known before the first of them writes. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> curtain(Cast cast, JdbcClient database, Trickle trickle) {
        return event -> {
            new CustomerProfiles(database).fill(cast);
            trickle.start();
        };
    }
}
