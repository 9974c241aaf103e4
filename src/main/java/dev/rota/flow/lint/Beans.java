package dev.rota.flow.lint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The beans that routes may name, and their types: our configurations as Spring reads them at a start, of which nothing is
 * made here.
 */
final class Beans {

    private static final String OURS = "dev.rota";
    private static final String CONFIGURATIONS = "**/*Configuration.class";

    private final DefaultListableBeanFactory definitions;

    private Beans(DefaultListableBeanFactory definitions) {
        this.definitions = definitions;
    }

    /** Those of an engine that plays no demo. */
    static Beans ofEngine() {
        var definitions = new DefaultListableBeanFactory();
        var scanner = new ClassPathBeanDefinitionScanner(definitions, false);
        scanner.setResourcePattern(CONFIGURATIONS);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.scan(OURS);
        new ConfigurationClassPostProcessor().postProcessBeanDefinitionRegistry(definitions);
        return new Beans(definitions);
    }

    /** What configurations make; the configurations themselves are nobody's to call. */
    Set<String> names() {
        return Arrays.stream(definitions.getBeanDefinitionNames())
                .filter(name -> definitions.getBeanDefinition(name).getFactoryMethodName() != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The type that a bean is made as. */
    Optional<Class<?>> type(String name) {
        return names().contains(name) ? Optional.ofNullable(definitions.getType(name, false)) : Optional.empty();
    }

    /** The names of those that are made as a type. */
    Set<String> namesOf(Class<?> wanted) {
        return names().stream()
                .filter(name -> type(name).filter(wanted::isAssignableFrom).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
