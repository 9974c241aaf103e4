package dev.rota.demo;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what the people on shift have before them, so that the demo's customers do not drown them. */
@FunctionalInterface
interface OpenConversations {

    long count();

    static OpenConversations in(JdbcClient database) {
        return () -> database.sql("SELECT count(*) FROM conversation WHERE status <> 'closed'")
                .query(Long.class)
                .single();
    }
}
