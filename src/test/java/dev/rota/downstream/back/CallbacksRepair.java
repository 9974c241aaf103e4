package dev.rota.downstream.back;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what the API's tests need of this package. */
public final class CallbacksRepair {

    private CallbacksRepair() {}

    public static ParkedCallbacks of(JdbcClient jdbc, Clock clock, Runnable wake) {
        return new ParkedCallbacks(jdbc, clock, wake);
    }
}
