package lenet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The package tree is the architecture: docs/decisions/0001 in executable form. */
@Tag("one-jdk")
@ArchTag("one-jdk")
@AnalyzeClasses(packages = "lenet", importOptions = DoNotIncludeTests.class)
class ArchitectureRulesTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("configuration")
            .definedBy("lenet")
            .layer("web")
            .definedBy("lenet.web..")
            .layer("classification")
            .definedBy("lenet.classification..")
            .layer("sweep")
            .definedBy("lenet.sweep..")
            .layer("ensemble")
            .definedBy("lenet.ensemble..")
            .layer("training")
            .definedBy("lenet.training..")
            .layer("model")
            .definedBy("lenet.model..")
            .layer("evaluation")
            .definedBy("lenet.evaluation..")
            .layer("engines")
            .definedBy("lenet.engine..")
            .layer("network")
            .definedBy("lenet.network..")
            .layer("dataset")
            .definedBy("lenet.dataset..")
            .layer("image")
            .definedBy("lenet.image..")
            .whereLayer("configuration")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("engines")
            .mayOnlyBeAccessedByLayers("configuration")
            .whereLayer("classification")
            .mayOnlyBeAccessedByLayers("configuration", "web")
            .whereLayer("sweep")
            .mayOnlyBeAccessedByLayers("configuration", "web")
            .whereLayer("ensemble")
            .mayOnlyBeAccessedByLayers("configuration", "web")
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("configuration", "web", "classification", "sweep", "ensemble")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("configuration", "web", "classification", "sweep", "ensemble", "training")
            .whereLayer("evaluation")
            .mayOnlyBeAccessedByLayers(
                    "configuration", "web", "classification", "sweep", "ensemble", "training", "model")
            .whereLayer("network")
            .mayOnlyBeAccessedByLayers(
                    "configuration",
                    "web",
                    "classification",
                    "sweep",
                    "ensemble",
                    "training",
                    "model",
                    "evaluation",
                    "engines")
            .whereLayer("image")
            .mayNotAccessAnyLayer()
            .whereLayer("dataset")
            .mayOnlyAccessLayers("image")
            .whereLayer("network")
            .mayOnlyAccessLayers("dataset", "image");

    @ArchTest
    static final ArchRule ONLY_ITS_ADAPTER_AND_ITS_FILE_KNOW_DEEPLEARNING4J = noClasses()
            .that()
            .resideOutsideOfPackages("lenet.engine.dl4j", "lenet.model.dl4j")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule ONLY_THE_ONNX_FORMAT_KNOWS_ONNX = noClasses()
            .that()
            .resideOutsideOfPackage("lenet.model.onnx")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnx..", "org.tribuo..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule ONLY_ITS_ENGINE_KNOWS_THE_VECTOR_API = noClasses()
            .that()
            .resideOutsideOfPackage("lenet.engine.vector")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    @ArchTest
    static final ArchRule THE_LOWER_ROOMS_KNOW_NOTHING_OF_SPRING = noClasses()
            .that()
            .resideInAnyPackage("lenet.image", "lenet.dataset", "lenet.network", "lenet.evaluation", "lenet.engine.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule ONLY_THE_WEB_ROOM_KNOWS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("lenet.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.http..", "org.springframework.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_UNCHECKED =
            classes().that().areAssignableTo(Exception.class).should().beAssignableTo(RuntimeException.class);

    @Test
    void springModulithFindsNoCyclesAndNoForbiddenAccess() {
        ApplicationModules.of(LenetApplication.class).verify();
    }
}
