package lenet.training;

import com.fasterxml.jackson.annotation.JsonAlias;
import lenet.dataset.Dataset;
import lenet.network.Scaling;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** How pixels become inputs. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum InputScaling {
    /** In [0, 1] less the training mean; the article's. */
    @JsonAlias("CENTRED")
    CENTRED {
        @Override
        Scaling of(Dataset dataset) {
            return Scaling.centred(dataset.mean());
        }
    },
    /** Less the training mean, then divided by the training standard deviation: mean 0, variance 1. */
    @JsonAlias("STANDARDISED")
    STANDARDISED {
        @Override
        Scaling of(Dataset dataset) {
            return new Scaling(dataset.mean(), 1 / dataset.standardDeviation());
        }
    },
    /** Background −0.1, ink 1.175; the paper's (section II-B). */
    @JsonAlias("PAPER")
    PAPER {
        @Override
        Scaling of(Dataset dataset) {
            return Scaling.PAPER;
        }
    };

    /** The scaling for networks that train on {@code dataset}. */
    abstract Scaling of(Dataset dataset);
}
