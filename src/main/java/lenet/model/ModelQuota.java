package lenet.model;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many models, and how many bytes of them, the registry keeps, on all nodes together. */
@Component
public class ModelQuota {

    private final JdbcClient jdbc;
    private final ModelProperties properties;

    ModelQuota(JdbcClient jdbc, ModelProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** What the registry holds. */
    private record Holding(long models, long bytes) {}

    /**
     * Takes room for a model, and keeps everybody else from doing so until the surrounding transaction has ended.
     *
     * @param size of its file, in bytes
     * @throws ModelQuotaException if there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(int size) {
        jdbc.sql("select id from model_quota for update").query(Integer.class).single();
        refuse(size, 0);
    }

    /**
     * Sees to it, before anybody trains, that there will be room in the end.
     *
     * @param promised number of models that jobs under way will make besides
     * @throws ModelQuotaException if there is none by now
     */
    public void refuseIfFull(int promised) {
        refuse(1, promised);
    }

    private void refuse(int size, int promised) {
        Holding held = jdbc.sql("select count(*) as models, coalesce(sum(file_size), 0) as bytes from model_version")
                .query(Holding.class)
                .single();
        if (held.models() + promised >= properties.maxCount()) {
            throw ModelQuotaException.count(held.models(), promised, properties.maxCount());
        }
        if (held.bytes() + size > properties.maxBytes().toBytes()) {
            throw ModelQuotaException.bytes(
                    held.bytes(), size, properties.maxBytes().toBytes());
        }
    }
}
