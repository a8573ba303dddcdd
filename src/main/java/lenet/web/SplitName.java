package lenet.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the path variable that names a split. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "A part of the data set",
        example = "test",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"train", "validation", "test"}))
@interface SplitName {}
