package dev.rota.panel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Makes so many lists at once as the processors can, one after the other. Hundreds of desks ask at the same moment; were
 * all of them answered together, the work that brings what they ask for would have no processor left.
 */
final class ListTurns implements HandlerInterceptor {

    static final String HAS_TURN = ListTurns.class.getName();

    private final Semaphore turns;
    private final Duration patience;

    /**
     * Makes them.
     *
     * @param atOnce how many lists are made at once
     * @param patience who has waited so long goes on without a turn: a browser that reads slowly holds nobody up for ever
     */
    ListTurns(int atOnce, Duration patience) {
        turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        request.setAttribute(HAS_TURN, turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (Boolean.TRUE.equals(request.getAttribute(HAS_TURN))) {
            turns.release();
        }
    }
}
