package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.database.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class CountedParametersTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final DataSource database = new CountedParameters(counting(TestDatabase.fresh()));

    @Test
    void the_database_is_asked_once_for_each_statement_how_many_parameters_it_has() throws SQLException {
        for (var use = 0; use < 3; use++) {
            assertThat(count("SELECT ? || 'why?' || ?")).isEqualTo(2);
            assertThat(count("SELECT 1")).isZero();
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void everything_else_is_the_databases_own() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT ?::text || '!'")) {
            statement.setString(1, "oi");
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("oi!");
            }
        }
        assertThatThrownBy(() -> count("SELECT ? FROM nothing"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nothing");
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return statement.getParameterMetaData().getParameterCount();
        }
    }

    /** A database that counts how often its statements are taken apart. */
    private DataSource counting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(Connection.class, super.getConnection());
            }
        };
    }

    private <T> T watched(Class<T> type, T inner) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getName().equals("getParameterMetaData")) {
                        asked.incrementAndGet();
                    }
                    try {
                        var result = method.invoke(inner, values);
                        return result instanceof PreparedStatement statement
                                ? watched(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
