package dev.rota.panel;

import dev.rota.conversation.Deliveries;
import dev.rota.conversation.DeliveryBoard;
import dev.rota.conversation.Queries;
import dev.rota.desk.Company;
import dev.rota.downstream.ParkedDeliveries;
import dev.rota.downstream.back.ParkedCallbacks;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the panel alone has of deliveries: all that there is, and nobody who brings them. */
@Configuration(proxyBeanMethods = false)
class OutboxAlone {

    @Bean
    Deliveries deliveries(JdbcClient jdbc, Supplier<Company> company) {
        return Queries.deliveries(jdbc, company);
    }

    @Bean
    DeliveryBoard deliveryBoard(JdbcClient jdbc, Supplier<Company> company) {
        return Queries.board(jdbc, company);
    }

    @Bean
    ParkedDeliveries parkedDeliveries(JdbcClient jdbc, Clock clock) {
        return new ParkedDeliveries(jdbc, clock, downstreams -> {});
    }

    @Bean
    ParkedCallbacks parkedCallbacks(JdbcClient jdbc, Clock clock) {
        return new ParkedCallbacks(jdbc, clock, () -> {});
    }
}
