package dev.rota.flow.lint;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** What is known of the type of a value on its way through the routes; {@link #UNKNOWN} goes everywhere. */
final class Types {

    static final ResolvableType UNKNOWN = ResolvableType.NONE;

    private static final String OURS = "dev.rota.";

    private Types() {}

    static ResolvableType of(Class<?> type) {
        return type == Object.class ? UNKNOWN : ResolvableType.forClass(type);
    }

    static boolean isKnown(ResolvableType type) {
        return type.resolve() != null;
    }

    /** What a step that calls a method leaves as the body: a future is waited for, and nothing leaves what was there. */
    static ResolvableType after(ResolvableType returned, ResolvableType before) {
        var type = returned.toClass() == CompletableFuture.class ? returned.getGeneric(0) : returned;
        var raw = type.toClass();
        return raw == void.class || raw == Void.class ? before : known(type);
    }

    /** The same, or nothing where Java itself knows no more than that it is an object. */
    static ResolvableType known(ResolvableType type) {
        return type.resolve() == null || type.toClass() == Object.class ? UNKNOWN : type;
    }

    /** What two ways leave: the same, else whatever. */
    static ResolvableType either(ResolvableType one, ResolvableType other) {
        return one.equals(other) ? one : UNKNOWN;
    }

    /**
     * Whether a value may be handed where another type is wanted. What is narrower may be what it is at run time; plain
     * values are turned into each other, but nothing of ours becomes a text or a list by itself.
     */
    static boolean mayBe(ResolvableType given, ResolvableType wanted) {
        if (!isKnown(given) || wanted.toClass() == Object.class) {
            return true;
        }
        var from = ClassUtils.resolvePrimitiveIfNecessary(given.toClass());
        var to = ClassUtils.resolvePrimitiveIfNecessary(wanted.toClass());
        if (from == to) {
            return sameElements(given, wanted);
        }
        return (!isOurs(from) && !isOurs(to)) || isCastable(from, to);
    }

    /** How sentences name it. */
    static String shown(ResolvableType type) {
        return type.toString().replaceAll("[a-z0-9.]+\\.(?=[A-Z])", "");
    }

    private static boolean sameElements(ResolvableType given, ResolvableType wanted) {
        return !given.hasGenerics()
                || !wanted.hasGenerics()
                || mayBe(known(given.getGeneric(0)), known(wanted.getGeneric(0)));
    }

    /** Java's rule for casts: there can be an object of both types. */
    private static boolean isCastable(Class<?> from, Class<?> to) {
        if (from.isAssignableFrom(to) || to.isAssignableFrom(from)) {
            return true;
        }
        if (from.isSealed()) {
            return Arrays.stream(from.getPermittedSubclasses()).anyMatch(kind -> isCastable(kind, to));
        }
        if (to.isSealed()) {
            return Arrays.stream(to.getPermittedSubclasses()).anyMatch(kind -> isCastable(from, kind));
        }
        return false;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }
}
