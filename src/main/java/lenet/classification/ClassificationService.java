package lenet.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lenet.classification.ClassificationMeters.Stage;
import lenet.dataset.Images;
import lenet.image.DigitNormaliser;
import lenet.image.GrayImage;
import lenet.image.ImageDecoder;
import lenet.image.ImageRejectedException;
import lenet.model.BundledModelInstaller;
import lenet.model.LiveModelChanged;
import lenet.model.ModelRegistry;
import lenet.model.ModelVersion;
import lenet.model.TrainedModel;
import lenet.network.Classifier;
import lenet.network.Engines;
import lenet.network.Softmax;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Classifies pictures with the live model. Safe for concurrent use; a request sees one model from beginning to end,
 * also while another goes live.
 */
@Service
public class ClassificationService implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ClassificationService.class);
    private static final int SIDE = 28;
    private static final Images BLANK = Images.single(SIDE, new byte[SIDE * SIDE]);

    private final Engines engines;
    private final ModelRegistry registry;
    private final ImageDecoder decoder;
    private final DigitNormaliser normaliser;
    private final ClassificationMeters meters;

    /** Readers use the live model, the writer swaps and closes it: nobody computes with a closed network. */
    private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();

    private volatile LiveModel live;

    /** Loads the live model; the installer is named so that there is one. */
    ClassificationService(
            Engines engines,
            ModelRegistry registry,
            BundledModelInstaller installer,
            ImageDecoder decoder,
            DigitNormaliser normaliser,
            ClassificationMeters meters) {
        this.engines = engines;
        this.registry = registry;
        this.decoder = decoder;
        this.normaliser = normaliser;
        this.meters = meters;
        this.live = load(registry.live()
                .orElseThrow(
                        () -> new IllegalStateException(installer + " has left the registry without a live model")));
        meters.showLive(() -> live);
    }

    /**
     * Classifies encoded pictures: PNG, JPEG, GIF or BMP, any size within the decoder's limits. Each is fetched, decoded
     * and shrunk before the next is fetched, so that a large batch never lies decoded in memory.
     *
     * @throws RejectedPictureException for the first one that is no picture of a digit
     */
    public List<Prediction> classifyPictures(Iterable<byte[]> pictures) {
        List<GrayImage> normalised = new ArrayList<>();
        for (byte[] picture : pictures) {
            normalised.add(accepted(
                    normalised.size(), () -> normalise(meters.timed(Stage.DECODE, () -> decoder.decode(picture)))));
        }
        return infer(normalised);
    }

    /**
     * Classifies gray pictures, light ink on dark or dark on light.
     *
     * @throws RejectedPictureException for the first one without ink
     */
    public List<Prediction> classify(List<GrayImage> pictures) {
        List<GrayImage> normalised = new ArrayList<>();
        for (GrayImage picture : pictures) {
            normalised.add(accepted(normalised.size(), () -> normalise(picture)));
        }
        return infer(normalised);
    }

    /** Whether the live network computes: it gives a finite logit for every class. Counts as no classification. */
    public boolean isAnswering() {
        swap.readLock().lock();
        try {
            float[] logits = live.classifier().logits(BLANK, 0, 1);
            return IntStream.range(0, logits.length).allMatch(i -> Float.isFinite(logits[i]));
        } finally {
            swap.readLock().unlock();
        }
    }

    /** The model that classifies now. */
    public ModelVersion live() {
        swap.readLock().lock();
        try {
            return live.version();
        } finally {
            swap.readLock().unlock();
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onLiveModelChanged(LiveModelChanged change) {
        takeOverLiveModel();
    }

    /**
     * Takes over the model that is live now, if it is another: of two promotions at once, here or on other nodes, the one
     * committed last must win, and they may be heard in either order. Those of other nodes are not heard but seen; without
     * the database the model stays as it is.
     */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void takeOverLiveModel() {
        long wanted = registry.liveVersion()
                .orElseThrow(() -> new IllegalStateException("the registry has lost its live model"));
        if (wanted == live.version().version()) {
            return;
        }
        ModelVersion version = registry.find(wanted)
                .orElseThrow(() -> new IllegalStateException("model %d is live and not there".formatted(wanted)));
        LiveModel next = load(version);
        swap.writeLock().lock();
        try {
            live.classifier().close();
            live = next;
        } finally {
            swap.writeLock().unlock();
        }
        LOG.info(
                "model {} is live, validation accuracy {}",
                version.version(),
                version.model().scores().validationAccuracy());
    }

    @Override
    public void destroy() {
        swap.writeLock().lock();
        try {
            live.classifier().close();
        } finally {
            swap.writeLock().unlock();
        }
    }

    private LiveModel load(ModelVersion version) {
        TrainedModel model = version.model();
        Classifier classifier =
                engines.preferred().classifier(model.architecture(), model.scaling(), model.parameters());
        // The first pass loads native code; nobody should wait for that.
        classifier.logits(BLANK, 0, 1);
        return new LiveModel(version, classifier);
    }

    private List<Prediction> infer(List<GrayImage> normalised) {
        if (normalised.isEmpty()) {
            return List.of();
        }
        Images images = stacked(normalised);
        swap.readLock().lock();
        try {
            float[] logits = meters.timed(Stage.INFER, () -> live.classifier().logits(images, 0, images.count()));
            int classes = live.version().model().architecture().classes();
            List<Prediction> predictions = new ArrayList<>();
            for (int i = 0; i < normalised.size(); i++) {
                double[] probabilities = Softmax.probabilities(logits, i * classes, classes);
                int digit = Softmax.largest(logits, i * classes, classes);
                predictions.add(prediction(digit, probabilities, normalised.get(i)));
            }
            return predictions;
        } finally {
            swap.readLock().unlock();
        }
    }

    private Prediction prediction(int digit, double[] probabilities, GrayImage normalised) {
        meters.classified(digit);
        return new Prediction(
                digit,
                probabilities[digit],
                Arrays.stream(probabilities).boxed().toList(),
                live.version().version(),
                normalised);
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
