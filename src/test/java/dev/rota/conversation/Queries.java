package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.ExampleCompany;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The queries as the engine makes them, on a test's database. */
public final class Queries {

    private Queries() {}

    static Inbox inbox(DataSource source) {
        return new InboxConfiguration()
                .inbox(JdbcClient.create(source), new JdbcTransactionManager(source), ExampleCompany::get);
    }

    public static Deliveries deliveries(JdbcClient database) {
        return deliveries(database, ExampleCompany::get);
    }

    public static Deliveries deliveries(JdbcClient database, Supplier<Company> company) {
        return new DeliveryQuery(database, company);
    }

    public static DeliveryBoard board(JdbcClient database, Supplier<Company> company) {
        return new DeliveryBoardQuery(database, company);
    }
}
