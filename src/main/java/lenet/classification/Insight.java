package lenet.classification;

import java.util.List;
import lenet.network.LayerOutput;

/**
 * What happens inside a network that classifies one picture.
 *
 * @param layers the scaled input and what every layer makes of it, from input to output
 */
public record Insight(Prediction prediction, List<LayerOutput> layers) {

    public Insight {
        layers = List.copyOf(layers);
    }
}
