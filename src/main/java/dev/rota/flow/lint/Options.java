package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Written;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Whether an endpoint has the options that it is given, after Camel's catalog of its components. */
final class Options {

    private static final String BEAN = "#";

    private final CamelCatalog catalog;
    private final Beans beans;

    Options(CamelCatalog catalog, Beans beans) {
        this.catalog = catalog;
        this.beans = beans;
    }

    void check(Source source, Address address) {
        var model = catalog.componentModel(address.scheme());
        var result = catalog.validateEndpointProperties(uri(address), true);
        for (var option : given(result.getRequired())) {
            source.problem(address.place(), address.scheme() + " has no " + option + "; expected one");
        }
        for (var option : given(result.getUnknown())) {
            var hint = Nearest.hint(option, names(model));
            source.problem(
                    place(address, option).place(), "'" + option + "' is no option of " + address.scheme() + hint);
        }
        wrong(source, address, result);
        address.options().forEach((option, value) -> {
            if (value.text().startsWith(BEAN)) {
                bean(source, value, model, option);
            }
        });
    }

    private void wrong(Source source, Address address, EndpointValidationResult result) {
        var expected = Map.of(
                "; expected true or false", given(result.getInvalidBoolean()),
                "; expected a whole number", given(result.getInvalidInteger()),
                "; expected a number", given(result.getInvalidNumber()),
                "; expected a time such as 5s", given(result.getInvalidDuration()));
        expected.forEach((hint, options) -> options.forEach((option, value) ->
                source.problem(place(address, option).place(), option + " is '" + value + "'" + hint)));
        given(result.getInvalidEnum())
                .forEach((option, value) -> source.problem(
                        place(address, option).place(),
                        option + " is '" + value + "'" + Nearest.hint(value, given(result.getEnumChoices(option)))));
    }

    /** A reference names a bean, of the type that the option takes. */
    private void bean(Source source, Written value, @Nullable ComponentModel model, String option) {
        var name = value.text().substring(BEAN.length());
        var type = beans.type(name);
        if (type.isEmpty()) {
            source.problem(value.place(), "no bean is called '" + name + "'" + Nearest.hint(name, beans.names()));
            return;
        }
        var wanted = model == null ? null : javaType(model, option);
        if (wanted != null && !wanted.isAssignableFrom(type.get())) {
            source.problem(
                    value.place(),
                    option + " takes a " + wanted.getSimpleName() + "; '" + name + "' is a "
                            + type.get().getSimpleName());
        }
    }

    private static @Nullable Class<?> javaType(ComponentModel model, String option) {
        return model.getEndpointOptions().stream()
                .filter(each -> each.getName().equals(option))
                .map(each -> each.getJavaType())
                .filter(type -> ClassUtils.isPresent(type, Options.class.getClassLoader()))
                .<Class<?>>map(type -> ClassUtils.resolveClassName(type, Options.class.getClassLoader()))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> names(@Nullable ComponentModel model) {
        return model == null
                ? Set.of()
                : model.getEndpointOptions().stream()
                        .map(each -> each.getName())
                        .collect(Collectors.toSet());
    }

    private static Written place(Address address, String option) {
        return address.options().getOrDefault(option, address.written());
    }

    /** As one line, which is what the catalog reads; a bean is looked at here. */
    private static String uri(Address address) {
        return address.options().entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue().text().replace("&", "%26"))
                .collect(Collectors.joining("&", address.uri() + "?", ""));
    }

    private static <T> Collection<T> given(@Nullable Collection<T> found) {
        return Objects.requireNonNullElse(found, Set.of());
    }

    private static Map<String, String> given(@Nullable Map<String, String> found) {
        return Objects.requireNonNullElse(found, Map.of());
    }
}
