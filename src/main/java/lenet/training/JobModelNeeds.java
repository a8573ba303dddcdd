package lenet.training;

import java.util.List;
import lenet.model.ModelNeeds;
import org.springframework.stereotype.Component;

/** Jobs that have not ended need the models that teach them or choose their pictures. */
@Component
class JobModelNeeds implements ModelNeeds {

    private final JobRepository jobs;

    JobModelNeeds(JobRepository jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<String> of(long version) {
        return jobs.unfinished().stream()
                .filter(job -> job.recipe().neededModels().contains(version))
                .map(job -> "training job %s (%s)".formatted(job.id(), need(job.recipe())))
                .toList();
    }

    private static String need(Recipe recipe) {
        return recipe.hardFor().isEmpty() ? "its teacher" : "the model chooses its pictures";
    }
}
