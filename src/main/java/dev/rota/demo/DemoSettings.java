package dev.rota.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set about the demo.
 *
 * @param trickle whether customers write by themselves from the start
 * @param helpdeskLatency how long the simulated helpdesk takes to answer
 * @param seed decides who writes what, and when
 */
@ConfigurationProperties("rota.demo")
record DemoSettings(boolean trickle, Duration helpdeskLatency, long seed) {}
