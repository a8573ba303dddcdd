package lenet.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most bytes that a request body may have; {@link BodyLimits#DEFAULT_BYTES} where a parameter says nothing. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface BodyLimit {

    /** Bytes, inclusive. */
    int value();
}
