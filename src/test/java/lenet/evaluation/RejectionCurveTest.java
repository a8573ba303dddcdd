package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lenet.evaluation.RejectionCurve.Point;
import org.junit.jupiter.api.Test;

class RejectionCurveTest {

    @Test
    void theLeastSureIsRejectedFirst() {
        RejectionCurve curve = of(new byte[] {0, 1, 0, 1}, 0.75f, 0.5f, 1, 0.25f);

        assertThat(curve.points())
                .containsExactly(
                        new Point(0, 0, 4, 2),
                        new Point(0.375, 1, 3, 1),
                        new Point(0.625, 2, 2, 0),
                        new Point(0.875, 3, 1, 0));
        assertThat(curve.points().get(1).rejectedShare()).isEqualTo(0.25);
        assertThat(curve.points().get(1).errorRate()).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void picturesOfTheSameConfidenceAreRejectedTogether() {
        RejectionCurve curve = of(new byte[] {1, 0, 0, 0}, 0.5f, 0.5f, 0.5f, 1);

        assertThat(curve.points()).containsExactly(new Point(0, 0, 4, 1), new Point(0.75, 3, 1, 0));
    }

    @Test
    void theFewestAreRejectedThatReachTheErrorRate() {
        RejectionCurve curve = of(new byte[] {0, 1, 0, 1}, 0.75f, 0.5f, 1, 0.25f);

        assertThat(curve.first(0.5)).contains(new Point(0, 0, 4, 2));
        assertThat(curve.first(0.4)).contains(new Point(0.375, 1, 3, 1));
        assertThat(curve.first(0)).contains(new Point(0.625, 2, 2, 0));
    }

    @Test
    void whoseSurestAnswerIsWrongNeverReachesIt() {
        assertThat(of(new byte[] {0, 0, 1}, 0.5f, 0.6f, 0.9f).first(0.005)).isEmpty();
        assertThat(of(new byte[0]).first(0.005)).isEmpty();
    }

    @Test
    void aLongCurveIsThinnedOut() {
        float[] confidences = new float[10_000];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = i / 10_000f;
        }

        RejectionCurve curve = of(new byte[10_000], confidences);

        assertThat(curve.points()).hasSize(10_000);
        assertThat(curve.thinned(null))
                .hasSize(50 + 95)
                .startsWith(curve.points().get(0), curve.points().get(10))
                .containsSequence(curve.points().get(500), curve.points().get(600));
    }

    @Test
    void thePointThatMattersIsNotThinnedOut() {
        float[] confidences = new float[10_000];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = i / 10_000f;
        }
        RejectionCurve curve = of(new byte[10_000], confidences);
        List<Point> all = curve.points();

        assertThat(curve.thinned(all.get(13)))
                .hasSize(146)
                .startsWith(all.get(0), all.get(10), all.get(13), all.get(20));
        assertThat(curve.thinned(all.get(20))).hasSize(145);
    }

    /** @param wrong 1 where the network is wrong */
    private static RejectionCurve of(byte[] wrong, float... confidences) {
        byte[] labels = new byte[wrong.length];
        Arrays.fill(labels, (byte) 0);
        return RejectionCurve.of(labels, new Predictions(0, wrong, confidences));
    }
}
