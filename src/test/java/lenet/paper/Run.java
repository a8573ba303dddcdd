package lenet.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one seed.
 *
 * @param model its version in the registry
 * @param testError share of the test pictures that it takes for others
 * @param validationError share of the validation pictures likewise
 * @param seconds of training
 * @param parameters that were trained
 * @param rejected share of the test pictures to turn away so that 0.5 % of the others are wrong; absent where the service
 *     does not tell
 * @param origin on what it was trained
 * @param members versions of the networks that answer together: its own where it is a single one
 * @param epochs its passes; none of an ensemble
 */
record Run(
        long model,
        double testError,
        double validationError,
        double seconds,
        int parameters,
        @Nullable Double rejected,
        Origin origin,
        List<Long> members,
        List<Epoch> epochs) {}
