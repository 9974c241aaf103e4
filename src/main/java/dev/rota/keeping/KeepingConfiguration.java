package dev.rota.keeping;

import dev.rota.desk.Age;
import dev.rota.desk.Erasable;
import dev.rota.desk.Kept;
import dev.rota.desk.PersonalFiles;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what deletes. */
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {

    /** The class of data that the journal deletes by itself, a day at a time. */
    private static final String JOURNAL = "journal";

    @Bean(initMethod = "start", destroyMethod = "stop")
    Retention retention(
            JdbcClient jdbc, TransactionTemplate transaction, Clock clock, List<Kept> all, Environment environment) {
        return new Retention(jdbc, transaction, clock, all, ages(all, environment));
    }

    @Bean
    Erasing erasing(PersonalFiles files, List<Erasable> erasables) {
        return new Erasing(files, erasables);
    }

    private static Map<String, Age> ages(List<Kept> all, Environment environment) {
        var known = new TreeSet<String>(List.of(JOURNAL));
        all.forEach(kept -> known.add(kept.data()));
        var ages = new TreeMap<String, Age>();
        Binder.get(environment)
                .bind("rota.retention", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((data, age) -> ages.put(data, age(data, age, known)));
        return ages;
    }

    private static Age age(String data, String age, Set<String> known) {
        if (!known.contains(data)) {
            throw new IllegalArgumentException("rota.retention: there is no class of data '" + data
                    + "'; expected one of " + String.join(", ", known));
        }
        try {
            return Age.parse(age);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "rota.retention." + data + " is '" + age + "', but expected such as 30d, or never", e);
        }
    }
}
