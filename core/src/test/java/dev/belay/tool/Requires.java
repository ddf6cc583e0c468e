package dev.belay.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need tools. Where one is missing they are skipped with one line, or fail if the environment variable
 * {@code BELAY_REQUIRE} names it, e.g. {@code BELAY_REQUIRE=python,node}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolCondition.class)
public @interface Requires {
    Tool[] value();
}
