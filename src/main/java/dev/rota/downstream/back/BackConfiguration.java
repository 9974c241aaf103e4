package dev.rota.downstream.back;

import dev.rota.desk.Company;
import dev.rota.desk.Erasable;
import dev.rota.desk.Newsroom;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what hears of downstreams. */
@Configuration(proxyBeanMethods = false)
class BackConfiguration {

    private final Semaphore wake = new Semaphore(0);

    @Bean
    Callbacks callbacks(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        return new Callbacks(JdbcClient.create(jdbc), transaction, clock, wake::release);
    }

    @Bean(destroyMethod = "close")
    DueCallbacks dueCallbacks(Callbacks callbacks, JdbcTemplate jdbc, Supplier<Company> company, Clock clock) {
        return new DueCallbacks(callbacks, new TicketsUnderWay(JdbcClient.create(jdbc)), company, clock, wake);
    }

    @Bean
    ParkedCallbacks parkedCallbacks(JdbcTemplate jdbc, Clock clock) {
        return new ParkedCallbacks(JdbcClient.create(jdbc), clock, wake::release);
    }

    @Bean
    Erasable callbackErasure(JdbcTemplate jdbc) {
        return new CallbackErasure(JdbcClient.create(jdbc));
    }

    @Bean
    Polls polls(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        return new Polls(JdbcClient.create(jdbc), transaction, clock, wake::release);
    }

    @Bean(destroyMethod = "close")
    DuePolls duePolls(Polls polls, Supplier<Company> company) {
        return new DuePolls(polls, company);
    }

    @Bean
    NewsReading newsReading() {
        return new NewsReading();
    }

    @Bean
    Hearing hearing(Newsroom newsroom, Supplier<Company> company) {
        return new Hearing(newsroom, company);
    }
}
