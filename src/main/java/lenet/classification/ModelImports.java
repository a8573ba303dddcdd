package lenet.classification;

import java.nio.ByteBuffer;
import lenet.model.ModelImport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes models in from files, whose evaluation waits for its turn like every other. */
@Service
public class ModelImports {

    private final ModelImport models;
    private final SharedAnswers<Sent, ModelImport.Result> results;

    ModelImports(ModelImport models, EvaluationQueue queue, EvaluationMeters meters) {
        this.models = models;
        this.results = new SharedAnswers<>(queue, meters.duration("import"), 0);
    }

    /** What one request sends. */
    private record Sent(
            ByteBuffer file,
            @Nullable Double mean,
            @Nullable Double scale) {}

    /**
     * Registers the model in {@code file}, as {@link ModelImport#add} does.
     *
     * @throws lenet.model.ModelFileException if the file holds no model that this service runs
     * @throws lenet.model.UnfitModelException if the model does not give finite logits
     * @throws EvaluationNotReadyException if it has to be waited for too long
     */
    public ModelImport.Result add(byte[] file, @Nullable Double mean, @Nullable Double scale) {
        return models.find(file)
                .orElseGet(() -> results.to(
                        new Sent(ByteBuffer.wrap(file), mean, scale), pause -> models.add(file, mean, scale, pause)));
    }
}
