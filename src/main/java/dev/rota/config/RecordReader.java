package dev.rota.config;

import static dev.rota.config.NodeReader.where;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Fills a record whose components are the keys of a mapping. */
final class RecordReader {

    private final Source source;
    private final NodeReader nodes;

    RecordReader(Source source, NodeReader nodes) {
        this.source = source;
        this.nodes = nodes;
    }

    /** The record of a whole file, with stand-ins where values are missing or cannot be read. */
    Object file(@Nullable Node root, Class<?> type) {
        var components = type.getRecordComponents();
        var values = values(root, components);
        for (var i = 0; i < components.length; i++) {
            if (values[i] == null && !isNullable(components[i])) {
                values[i] = standIn(components[i]);
            }
        }
        return create(type, values);
    }

    /** The record of a mapping within a file; null when one of its values cannot be read. */
    @Nullable
    Object nested(Map<String, NodeReader.Entry> mapping, Class<?> type, String path, int line) {
        var components = type.getRecordComponents();
        var values = values(mapping, components, path, line);
        return lacks(components, values) ? null : create(type, values);
    }

    private @Nullable Object[] values(@Nullable Node root, RecordComponent[] components) {
        if (root == null) {
            return new @Nullable Object[components.length];
        }
        if (key(components[0]).whole()) {
            return new @Nullable Object[] {nodes.read(root, components[0].getGenericType(), "", 1)};
        }
        var mapping = nodes.entries(root, "", 1);
        return mapping == null ? new @Nullable Object[components.length] : values(mapping, components, "", 1);
    }

    private @Nullable Object[] values(
            Map<String, NodeReader.Entry> mapping, RecordComponent[] components, String path, int line) {
        var known = Arrays.stream(components).map(RecordComponent::getName).toList();
        mapping.forEach((key, entry) -> {
            if (!known.contains(key)) {
                source.problem(entry.line(), where(path) + "unknown key '" + key + "'" + Nearest.hint(key, known));
            }
        });
        return Arrays.stream(components)
                .map(component -> value(mapping.get(component.getName()), component, path, line))
                .toArray();
    }

    private @Nullable Object value(NodeReader.@Nullable Entry entry, RecordComponent component, String path, int line) {
        var type = component.getGenericType();
        if (entry == null || (NodeReader.isEmpty(entry.node()) && isOptional(component))) {
            if (!isOptional(component)) {
                source.problem(line, where(path) + "'" + component.getName() + "' is missing");
            }
            return key(component).or().isEmpty() ? null : byDefault(component);
        }
        var inner = path.isEmpty() ? component.getName() : path + "." + component.getName();
        var value = nodes.read(entry.node(), type, inner, entry.line());
        refuseTooLittle(value, key(component).min(), inner, entry.line());
        return value;
    }

    private void refuseTooLittle(@Nullable Object value, int min, String path, int line) {
        if (value instanceof Integer number && number < min) {
            source.problem(line, where(path) + number + " is too small; expected at least " + min);
        }
        var size = value instanceof Collection<?> list
                ? list.size()
                : value instanceof Named<?> named ? named.names().size() : min;
        if (size < min) {
            source.problem(line, where(path) + "nothing stands here; expected at least " + min);
        }
    }

    private Object standIn(RecordComponent component) {
        return key(component).or().isEmpty() ? blank(component.getGenericType()) : byDefault(component);
    }

    private Object byDefault(RecordComponent component) {
        var node = Document.compose(key(component).or());
        var value = nodes.read(node, component.getGenericType(), component.getName(), 1);
        if (value == null) {
            throw new IllegalStateException("the default of " + component + " cannot be read");
        }
        return value;
    }

    private static Object blank(Type type) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Located.class) {
                return new Located<>(blank(generic.getActualTypeArguments()[0]), 1);
            }
            return generic.getRawType() == List.class ? List.of() : Named.unreadable();
        }
        return Scalar.of((Class<?>) type).orElseThrow().blank();
    }

    private static boolean lacks(RecordComponent[] components, @Nullable Object[] values) {
        for (var i = 0; i < components.length; i++) {
            if (values[i] == null && !isNullable(components[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the key may be absent. */
    static boolean isOptional(RecordComponent component) {
        return isNullable(component) || !key(component).or().isEmpty();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static Key key(RecordComponent component) {
        var key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(component + " has no @Key");
        }
        return key;
    }

    private static Object create(Class<?> type, @Nullable Object[] values) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), impossible);
        }
    }
}
