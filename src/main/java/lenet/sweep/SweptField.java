package lenet.sweep;

/**
 * A field of the recipe in which trials differ.
 *
 * @param name as requests have it
 * @param logarithmic whether ratios of its values matter rather than differences
 */
public record SweptField(String name, boolean logarithmic) {}
