package lenet.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most bytes that a {@code @RequestBody} may have; unless it is optional, it must have one. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** Bytes, inclusive. */
    int value();
}
