package dev.rota.flow;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that is asked once for each statement how many parameters it has. Camel asks twice at each use, and the
 * driver then has PostgreSQL take the statement apart each time, which costs more than the look-up itself.
 */
final class CountedParameters extends DelegatingDataSource {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    CountedParameters(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, (self, method, values) -> {
            var result = call(connection, method, values);
            return result instanceof PreparedStatement statement && values[0] instanceof String sql
                    ? counted(statement, sql)
                    : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (self, method, values) -> {
            if (!method.getName().equals("getParameterMetaData")) {
                return call(statement, method, values);
            }
            var count = counts.get(sql);
            if (count == null) {
                count = statement.getParameterMetaData().getParameterCount();
                counts.put(sql, count);
            }
            return counting(count);
        });
    }

    /** Knows the number of parameters, and nothing else of them. */
    private static ParameterMetaData counting(int count) {
        return proxy(ParameterMetaData.class, (self, method, values) -> {
            if (!method.getName().equals("getParameterCount")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return count;
        });
    }

    private static @Nullable Object call(Object on, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
