package dev.rota.flow.shifts;

import dev.rota.conversation.DueSwitchovers;
import java.time.Clock;
import org.quartz.Scheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the routes of shifts where they take their times from. */
@Configuration(proxyBeanMethods = false)
class ShiftsConfiguration {

    /** Where {@code work:switchoverTimes} takes from. */
    @Bean
    SwitchoverTimes switchoverTimes(Scheduler scheduler, DueSwitchovers due, Clock clock) {
        return new SwitchoverTimes(scheduler, due, clock, Clock.systemUTC());
    }
}
