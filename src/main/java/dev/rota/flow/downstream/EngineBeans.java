package dev.rota.flow.downstream;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/** The beans of the engine, without those that belong to its Camel context and would end with another one. */
record EngineBeans(BeanRepository engine) implements BeanRepository {

    @Override
    public @Nullable Object lookupByName(String name) {
        return unbound(engine.lookupByName(name));
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        return unbound(engine.lookupByNameAndType(name, type));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return engine.findByTypeWithName(type).entrySet().stream()
                .filter(bean -> unbound(bean.getValue()) != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return engine.findByType(type).stream()
                .filter(bean -> unbound(bean) != null)
                .collect(Collectors.toSet());
    }

    private static <T> @Nullable T unbound(@Nullable T bean) {
        var bound = bean instanceof Component
                || bean instanceof DataFormat
                || bean instanceof Language
                || bean instanceof CamelContext;
        return bound ? null : bean;
    }
}
