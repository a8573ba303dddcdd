package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database, in a file as it is by default. */
class H2ModelNeedsTest extends ModelNeedsContract {

    @TempDir
    static Path folder;

    @Override
    RunningService start() {
        return new RunningService("jdbc:h2:file:" + folder.resolve("lenet") + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    /** As H2's foreign key let it come to be. */
    @Test
    void aServiceWhoseLiveModelIsGoneStartsWithTheNewestFitOne() {
        long newest = Objects.requireNonNull(completed(submit(1, 100)).modelVersion());
        service.jdbc().sql("set referential_integrity false").update();
        service.jdbc()
                .sql("update model_alias set version = 123456 where name = 'live'")
                .update();

        restart();

        assertThat(service.aliases().liveVersion()).hasValue(newest);
        assertThat(service.classification().live().orElseThrow().version()).isEqualTo(newest);
        assertThat(service.aliases().history("live").moves())
                .last()
                .extracting("reason")
                .isEqualTo("model 123456 was gone");
    }

    @Test
    void aServiceWhoseModelsAreAllGoneStartsWithTheBundledOne() {
        service.jdbc().sql("set referential_integrity false").update();
        service.jdbc().sql("delete from model_version").update();

        restart();

        assertThat(service.classification().live()).isPresent();
    }
}
