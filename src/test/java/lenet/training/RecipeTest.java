package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lenet.evaluation.Monitor;
import lenet.model.BundledModel;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.LevenbergMarquardt;
import lenet.network.Optimiser.Momentum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A recipe's JSON, as the database and model files keep it. */
class RecipeTest {

    /** As version 0.1.0 wrote it. */
    static final String OLD = """
            {"architecture":"lenet5","engine":"dl4j","epochs":3,"batchSize":64,"learningRate":0.05,"momentum":0.9,\
            "weightDecay":0.001,"learningRateSchedule":"COSINE","seed":7,"trainingImages":5000,\
            "earlyStopping":{"patience":3,"minDelta":0.0,"monitor":"VALIDATION_LOSS","restoreBestWeights":true}}""";

    static Stream<Optimiser> optimisers() {
        return Stream.of(
                Optimiser.SGD,
                new Optimiser(new Momentum(0.5, false), 0.1),
                new Optimiser(new Momentum(0.9, true), 0, 5),
                new Optimiser(new Momentum(0, true), 0),
                new Optimiser(new Adam(0.8, 0.99, 1e-8), 0.01, 0.5),
                new Optimiser(new LevenbergMarquardt(0.3), 0),
                new Optimiser(Adam.DEFAULT, 0, 5, 0.99));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void aRecipeIsReadBackAsItWasWritten(Optimiser optimiser) {
        Recipe recipe = recipe(optimiser);

        assertThat(read(write(recipe))).isEqualTo(recipe);
    }

    @ParameterizedTest
    @MethodSource("named")
    void aNamedRecipeIsReadBackAsItWasWritten(NamedRecipe named) {
        Recipe recipe = named.recipe("vector", 55_000);

        assertThat(read(write(recipe))).isEqualTo(recipe);
    }

    static List<NamedRecipe> named() {
        return NamedRecipe.ALL;
    }

    @Test
    void itsJsonIsSpelledAsARequestIs() {
        assertThat(write(recipe(new Optimiser(Adam.DEFAULT, 0))))
                .isEqualTo("{\"architecture\":\"lenet5\",\"engine\":\"dl4j\",\"epochs\":3,\"batchSize\":64,"
                        + "\"learningRate\":0.05,\"optimiser\":\"adam\",\"momentum\":null,\"beta1\":0.9,"
                        + "\"beta2\":0.999,\"epsilon\":1.0E-7,\"damping\":null,\"weightDecay\":0.0,"
                        + "\"gradientClipping\":null,\"weightAveraging\":null,"
                        + "\"learningRateSchedule\":\"cosine\",\"warmUpEpochs\":0.0,\"loss\":\"crossEntropy\","
                        + "\"rubbish\":null,\"inputScaling\":\"centred\",\"augmentation\":null,\"seed\":7,\"trainingImages\":5000,"
                        + "\"earlyStopping\":{\"patience\":3,\"minDelta\":0.0,\"monitor\":\"validationLoss\","
                        + "\"restoreBestWeights\":true},\"hardFor\":null,\"teacher\":null,\"teacherShare\":null}");
    }

    @Test
    void aRecipeFromBeforeThereWereSeveralOptimisersIsSgd() {
        assertThat(read(OLD)).isEqualTo(recipe(new Optimiser(new Momentum(0.9, false), 0.001)));
    }

    @Test
    void anEnumOfAnEarlierRecipeStandsThereByItsOwnName() {
        Recipe paper = NamedRecipe.PAPER_1998.recipe("vector", 55_000);
        String before = write(paper)
                .replace("levenbergMarquardt", "LEVENBERG_MARQUARDT")
                .replace("\"cosine\"", "\"COSINE\"")
                .replace("\"map\"", "\"MAP\"")
                .replace("\"paper\"", "\"PAPER\"");

        assertThat(before).isNotEqualTo(write(paper));
        assertThat(read(before)).isEqualTo(paper);
    }

    @Test
    void aRecipeFromBeforeStrokesBecameWiderLeavesThemAsTheyAre() {
        String before = write(NamedRecipe.ACCURATE.recipe("vector", 55_000)).replaceAll(",\"strokeWidth\":[0-9.]+", "");

        assertThat(before).contains("elasticSmoothing").doesNotContain("strokeWidth");
        assertThat(read(before).augmentation().strokeWidth()).isZero();
    }

    @Test
    void theBundledModelsRecipeIsAccurate() {
        Recipe bundled =
                read(Objects.requireNonNull(BundledModel.load().provenance().recipe()));

        assertThat(bundled)
                .isEqualTo(NamedRecipe.ACCURATE.recipe(bundled.engine(), 55_000).withSeed(bundled.seed()));
    }

    private static Recipe recipe(Optimiser optimiser) {
        return new Recipe(
                "lenet5",
                "dl4j",
                3,
                64,
                0.05,
                optimiser,
                LearningRateSchedule.COSINE,
                7,
                5000,
                new EarlyStopping(3, 0, Monitor.VALIDATION_LOSS, true));
    }

    private static String write(Recipe recipe) {
        return JsonMapper.shared().writeValueAsString(recipe);
    }

    private static Recipe read(String json) {
        return JsonMapper.shared().readValue(json, Recipe.class);
    }
}
