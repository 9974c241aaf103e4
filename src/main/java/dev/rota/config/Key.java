package dev.rota.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that people write in a file; one that is neither nullable nor has a default must be there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {

    /** What an editor shows beside the key. */
    String value();

    /** The YAML that holds when the key is absent; empty without a default. */
    String or() default "";

    /** The least number, or the least count of entries. */
    int min() default 0;

    /** Whether the file itself is this mapping, with no key above it. */
    boolean whole() default false;
}
