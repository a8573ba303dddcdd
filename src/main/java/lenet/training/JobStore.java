package lenet.training;

import org.springframework.stereotype.Component;

/** All that is kept of training jobs. */
@Component
record JobStore(
        JobRepository jobs,
        JobEventRepository events,
        LeaseRepository leases,
        CurveRepository curves,
        CheckpointRepository checkpoints,
        EvaluationRepository evaluations) {}
