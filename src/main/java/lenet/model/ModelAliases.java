package lenet.model;

import static lenet.model.ModelReference.LIVE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says which version is live, which a candidate, or whatever else a name should mean. Every change is kept; one that
 * rests on an outdated belief is refused.
 */
@Service
public class ModelAliases {

    private static final Logger LOG = LoggerFactory.getLogger(ModelAliases.class);

    private final AliasRepository aliases;
    private final ModelRegistry registry;
    private final ModelProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    ModelAliases(
            AliasRepository aliases,
            ModelRegistry registry,
            ModelProperties properties,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.aliases = aliases;
        this.registry = registry;
        this.properties = properties;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Every alias, by name. */
    public List<ModelAlias> all() {
        return aliases.all();
    }

    /**
     * The alias of that name.
     *
     * @throws ModelNotFoundException if there is none
     */
    public ModelAlias get(String name) {
        return aliases.find(name).orElseThrow(() -> missing(name));
    }

    /**
     * Every change of that alias, also of one that is gone.
     *
     * @throws ModelNotFoundException if there never was one
     */
    public AliasHistory history(String name) {
        AliasHistory history = aliases.history(name);
        if (history.moves().isEmpty()) {
            throw missing(name);
        }
        return history;
    }

    /** The version that classifies; absent only in an empty database. */
    public Optional<Long> liveVersion() {
        return aliases.find(LIVE).map(ModelAlias::version);
    }

    /**
     * Points the alias at {@code version}; a version is checked before it becomes the live one.
     *
     * @param expected the version it points at now, as far as the caller knows; 0 for an alias that must not exist yet,
     *     absent for whatever it points at
     * @throws AliasMovedException if it does not point at the expected version
     * @throws ModelNotFoundException if there is no such version
     * @throws UnfitModelException if it is to go live and does not compute as it should
     */
    public ModelAlias set(String name, long version, @Nullable Long expected, String reason) {
        ModelVersion wanted = registry.get(new ModelReference(version, null));
        refuseUnfit(name, wanted);
        try {
            return inTransaction(() -> move(name, version, expected, AliasMove.Kind.SET, reason));
        } catch (DuplicateKeyException e) {
            // Somebody else has created it at the same moment; now it can be locked.
            return inTransaction(() -> move(name, version, expected, AliasMove.Kind.SET, reason));
        }
    }

    /**
     * Makes {@code version} live where no model is, or one that is gone. It has been checked a moment ago; those that take it
     * over check it for themselves.
     *
     * @param expected what the alias points at now; 0 where there is none
     * @throws AliasMovedException if it points at another by now
     * @throws DuplicateKeyException if one became live at this moment
     */
    void install(long version, long expected, String reason) {
        inTransaction(() -> move(LIVE, version, expected, AliasMove.Kind.SET, reason));
    }

    /**
     * Points the alias at the version that it pointed at before; see {@link AliasHistory#versionBefore()}.
     *
     * @throws AliasMovedException if it does not point at the expected version
     * @throws AliasStateException if there is no version before, or no longer
     * @throws ModelNotFoundException if there is no such alias
     * @throws UnfitModelException if it is to go live and does not compute as it should
     */
    public ModelAlias rollback(String name, @Nullable Long expected) {
        return inTransaction(() -> {
            if (aliases.lock(name).isEmpty()) {
                throw missing(name);
            }
            long before = aliases.history(name)
                    .versionBefore()
                    .orElseThrow(() -> new AliasStateException("alias %s has no earlier version".formatted(name)));
            ModelVersion earlier = registry.find(before)
                    .orElseThrow(() -> new AliasStateException(
                            "alias %s was at version %d before, which has been deleted".formatted(name, before)));
            refuseUnfit(name, earlier);
            return move(name, before, expected, AliasMove.Kind.ROLLBACK, "rolled back");
        });
    }

    /**
     * Deletes an alias; its history stays.
     *
     * @throws AliasStateException if it is the live one
     * @throws ModelNotFoundException if there is none
     */
    @Transactional
    public void delete(String name) {
        if (name.equals(LIVE)) {
            throw new AliasStateException("alias live cannot be deleted: a model must classify; point it at another");
        }
        ModelAlias present = aliases.lock(name).orElseThrow(() -> missing(name));
        aliases.delete(present, "deleted");
    }

    /** Makes {@code version} live, whichever was; an unfit one stays where it is. */
    @Transactional
    public PromotionOutcome promote(long version, String reason) {
        ModelVersion model = registry.get(new ModelReference(version, null));
        return promote(model, PromotionOutcome.always(model, live()), reason);
    }

    /** Makes {@code candidate} live if its validation accuracy is above the live model's; an unfit one stays where it is. */
    @Transactional
    public PromotionOutcome promoteIfBetter(ModelVersion candidate, String reason) {
        return promote(candidate, PromotionOutcome.ifBetter(candidate, live()), reason);
    }

    /** Locked, lest two nodes compare their models with the same old one, and the worse of them is written last. */
    private @Nullable ModelVersion live() {
        return aliases.lock(LIVE).flatMap(live -> registry.find(live.version())).orElse(null);
    }

    private PromotionOutcome promote(ModelVersion model, PromotionOutcome wanted, String reason) {
        PromotionOutcome outcome = wanted;
        if (wanted.promoted()) {
            try {
                set(LIVE, model.version(), null, reason);
            } catch (UnfitModelException e) {
                outcome = wanted.unfit(e);
            }
        }
        LOG.info("{} ({})", outcome.reason(), reason);
        return outcome;
    }

    private ModelAlias move(String name, long version, @Nullable Long expected, AliasMove.Kind kind, String reason) {
        Optional<ModelAlias> present = aliases.lock(name);
        @Nullable Long found = present.map(ModelAlias::version).orElse(null);
        if (expected != null && !expected.equals(found == null ? 0L : found)) {
            throw new AliasMovedException(name, expected, found);
        }
        if (!registry.lock(version)) {
            throw new ModelNotFoundException("model %d has been deleted just now".formatted(version));
        }
        if (found == null && aliases.count() >= properties.maxAliases()) {
            throw new AliasStateException(
                    "there are %,d aliases, which is all that the registry keeps; delete one first"
                            .formatted(properties.maxAliases()));
        }
        if (found == null || found != version) {
            aliases.save(name, found, version, kind, reason);
            if (name.equals(LIVE)) {
                events.publishEvent(new LiveModelChanged(version));
            }
        }
        return get(name);
    }

    /** Loads a model that is to go live as every node will; also those that take it over check it for themselves. */
    private void refuseUnfit(String name, ModelVersion version) {
        if (name.equals(LIVE)) {
            registry.load(version).close();
        }
    }

    private ModelAlias inTransaction(Supplier<ModelAlias> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private static ModelNotFoundException missing(String name) {
        return new ModelNotFoundException("there is no alias %s".formatted(name));
    }
}
