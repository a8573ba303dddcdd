package lenet.network;

import java.util.List;
import java.util.Optional;

/** The engines of this installation, the default first. */
public record Engines(List<Engine> all) {

    public Engines {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("at least one engine is needed");
        }
    }

    /** The engine that trains when a recipe names none, and that serves. */
    public Engine preferred() {
        return all.get(0);
    }

    /** The engine called {@code name}, if this installation has it. */
    public Optional<Engine> find(String name) {
        return all.stream().filter(engine -> engine.name().equals(name)).findFirst();
    }

    /** The names a recipe may use. */
    public List<String> names() {
        return all.stream().map(Engine::name).toList();
    }
}
