package lenet.model;

import java.util.List;

/** Of whatever works with models: what of it cannot do without one. */
public interface ModelNeeds {

    /** What needs that version and for what, such as {@code training job 1b4e28ba-… (its teacher)}; mostly nothing. */
    List<String> of(long version);
}
