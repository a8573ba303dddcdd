package lenet.classification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lenet.classification.ClassificationMeters.Stage;
import lenet.dataset.Images;
import lenet.image.DigitNormaliser;
import lenet.image.GrayImage;
import lenet.image.ImageDecoder;
import lenet.image.ImageRejectedException;
import lenet.model.ModelReference;
import lenet.model.ModelVersion;
import lenet.model.TrainedModel;
import lenet.model.UnfitModelException;
import lenet.network.ReferenceNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Classifies pictures with the live model, or with another that is named. Safe for concurrent use; a request sees one
 * model from beginning to end, also while another goes live.
 */
@Service
public class ClassificationService {

    private static final int SIDE = 28;
    private static final Images BLANK = Images.single(SIDE, new byte[SIDE * SIDE]);

    private final LiveModel live;
    private final LoadedModels models;
    private final ImageDecoder decoder;
    private final DigitNormaliser normaliser;
    private final ClassificationMeters meters;
    private final Admission admission;

    ClassificationService(
            LiveModel live,
            LoadedModels models,
            ImageDecoder decoder,
            DigitNormaliser normaliser,
            ClassificationMeters meters,
            Admission admission) {
        this.live = live;
        this.models = models;
        this.decoder = decoder;
        this.normaliser = normaliser;
        this.meters = meters;
        this.admission = admission;
        meters.showLive(live::version);
    }

    /**
     * Classifies encoded pictures: PNG, JPEG, GIF or BMP, any size within the decoder's limits. Each is fetched, decoded
     * and shrunk before the next is fetched, so that a large batch never lies decoded in memory.
     *
     * @param model which model is to answer; the live one if absent
     * @throws RejectedPictureException for the first one that is no picture of a digit
     * @throws OverloadedException if too many wait for their turn already, or this waits too long for its own
     * @throws CallerLeftException if nobody waits for the answer any more
     * @throws NoLiveModelException if the live one is meant and there is none
     * @throws lenet.model.ModelNotFoundException if there is no such model
     */
    public List<Prediction> classifyPictures(Iterable<byte[]> pictures, @Nullable ModelReference model) {
        return admission.inTurn(() -> {
            List<GrayImage> normalised = new ArrayList<>();
            for (byte[] picture : pictures) {
                normalised.add(accepted(normalised.size(), () -> normalise(decode(picture))));
            }
            return predict(normalised, model);
        });
    }

    /**
     * Classifies gray pictures, light ink on dark or dark on light.
     *
     * @param model which model is to answer; the live one if absent
     * @throws RejectedPictureException for the first one without ink
     * @throws OverloadedException if too many wait for their turn already, or this waits too long for its own
     * @throws CallerLeftException if nobody waits for the answer any more
     * @throws NoLiveModelException if the live one is meant and there is none
     * @throws lenet.model.ModelNotFoundException if there is no such model
     */
    public List<Prediction> classify(List<GrayImage> pictures, @Nullable ModelReference model) {
        return admission.inTurn(() -> {
            List<GrayImage> normalised = new ArrayList<>();
            for (GrayImage picture : pictures) {
                normalised.add(accepted(normalised.size(), () -> normalise(picture)));
            }
            return predict(normalised, model);
        });
    }

    /**
     * Classifies one encoded picture and keeps what every layer gives.
     *
     * @param model which model is to answer; the live one if absent
     * @throws RejectedPictureException if it is no picture of a digit
     * @throws OverloadedException if too many wait for their turn already, or this waits too long for its own
     * @throws CallerLeftException if nobody waits for the answer any more
     * @throws NoLiveModelException if the live one is meant and there is none
     * @throws lenet.model.ModelNotFoundException if there is no such model
     */
    public Insight lookInsidePicture(byte[] picture, @Nullable ModelReference model) {
        return admission.inTurn(() -> insight(accepted(0, () -> normalise(decode(picture))), model));
    }

    /**
     * Classifies one gray picture and keeps what every layer gives.
     *
     * @param model which model is to answer; the live one if absent
     * @throws RejectedPictureException if it has no ink
     * @throws OverloadedException if too many wait for their turn already, or this waits too long for its own
     * @throws CallerLeftException if nobody waits for the answer any more
     * @throws NoLiveModelException if the live one is meant and there is none
     * @throws lenet.model.ModelNotFoundException if there is no such model
     */
    public Insight lookInside(GrayImage picture, @Nullable ModelReference model) {
        return admission.inTurn(() -> insight(accepted(0, () -> normalise(picture)), model));
    }

    /**
     * What the network makes of pictures as they are, 28×28 in MNIST's form.
     *
     * @param model which model is to answer; the live one if absent
     * @throws OverloadedException if too many wait for their turn already, or this waits too long for its own
     * @throws CallerLeftException if nobody waits for the answer any more
     * @throws NoLiveModelException if the live one is meant and there is none
     * @throws lenet.model.ModelNotFoundException if there is no such model
     */
    public Inference infer(Images images, @Nullable ModelReference model) {
        return admission.inTurn(() -> compute(images, model));
    }

    /**
     * Whether a network computes: it gives a finite logit for every class. Counts as no classification.
     *
     * @param reference which model is meant; the live one if absent
     * @throws lenet.model.ModelNotFoundException if there is no such model
     */
    public boolean isAnswering(@Nullable ModelReference reference) {
        try (LoadedModel model = models.borrow(reference)) {
            float[] logits = model.classifier().logits(BLANK, 0, 1);
            return IntStream.range(0, logits.length).allMatch(i -> Float.isFinite(logits[i]));
        } catch (NoLiveModelException | UnfitModelException e) {
            return false;
        }
    }

    /** Counts answers that the network was too unsure of for those who asked. */
    public void countUnsure(int pictures) {
        meters.unsure(pictures);
    }

    /** The model that classifies now, if there is one. */
    public Optional<ModelVersion> live() {
        return live.version();
    }

    private List<Prediction> predict(List<GrayImage> normalised, @Nullable ModelReference model) {
        if (normalised.isEmpty()) {
            return List.of();
        }
        Inference inference = compute(stacked(normalised), model);
        return IntStream.range(0, normalised.size())
                .mapToObj(i -> prediction(inference, i, normalised.get(i)))
                .toList();
    }

    private Insight insight(GrayImage normalised, @Nullable ModelReference model) {
        Images images = stacked(List.of(normalised));
        try (LoadedModel loaded = models.borrow(model)) {
            TrainedModel network = loaded.version().model();
            return new Insight(
                    prediction(compute(images, loaded), 0, normalised),
                    new ReferenceNetwork(network.architecture(), network.scaling(), network.parameters())
                            .outputs(images, 0));
        }
    }

    private Inference compute(Images images, @Nullable ModelReference model) {
        try (LoadedModel loaded = models.borrow(model)) {
            return compute(images, loaded);
        }
    }

    private Inference compute(Images images, LoadedModel loaded) {
        long start = System.nanoTime();
        float[] logits = loaded.classifier().logits(images, 0, images.count());
        Duration pass = Duration.ofNanos(System.nanoTime() - start);
        meters.took(Stage.INFER, pass);
        Inference inference = new Inference(
                loaded.version().version(), loaded.version().model().ensemble().classes(), logits, pass);
        IntStream.range(0, inference.count()).map(inference::digit).forEach(meters::classified);
        return inference;
    }

    private static Prediction prediction(Inference inference, int index, GrayImage normalised) {
        int digit = inference.digit(index);
        List<Double> probabilities = inference.probabilities(index);
        return new Prediction(
                digit, probabilities.get(digit), probabilities, inference.modelVersion(), normalised, inference.pass());
    }

    private GrayImage decode(byte[] picture) {
        return meters.timed(Stage.DECODE, () -> decoder.decode(picture));
    }

    private GrayImage normalise(GrayImage picture) {
        return meters.timed(Stage.NORMALISE, () -> normaliser.normalise(picture));
    }

    private GrayImage accepted(int index, Supplier<GrayImage> picture) {
        try {
            return picture.get();
        } catch (ImageRejectedException e) {
            meters.rejected(e.reason());
            throw new RejectedPictureException(index, e);
        }
    }

    private static Images stacked(List<GrayImage> pictures) {
        byte[] pixels = new byte[pictures.size() * SIDE * SIDE];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(pictures.get(i).pixels(), 0, pixels, i * SIDE * SIDE, SIDE * SIDE);
        }
        return new Images(pictures.size(), SIDE, pixels);
    }
}
