package lenet.classification;

import java.time.Duration;
import java.util.List;
import lenet.image.GrayImage;

/**
 * What the live model says about one picture.
 *
 * @param digit the most probable class, 0–9
 * @param confidence its probability
 * @param probabilities one a class; they sum to 1
 * @param modelVersion the model that answered
 * @param normalised the 28×28 picture that the network saw
 * @param pass how long the network took, for all pictures of the request
 */
public record Prediction(
        int digit,
        double confidence,
        List<Double> probabilities,
        long modelVersion,
        GrayImage normalised,
        Duration pass) {}
