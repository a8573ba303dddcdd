package lenet.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Every combination of the values of some fields; the last field varies fastest.
 *
 * @param fields up to 8 fields of 1 to 100 values each, in order
 */
public record Grid(Map<String, List<Object>> fields) {

    public Grid {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Number of combinations. */
    public long size() {
        return fields.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** All combinations, or {@code most} of them, chosen by {@code seed}; in the order of the grid. */
    public List<Map<String, Object>> points(int most, long seed) {
        long size = size();
        List<Map<String, Object>> points = new ArrayList<>();
        if (size <= most) {
            for (long index = 0; index < size; index++) {
                points.add(point(index));
            }
        } else {
            chosen(size, most, seed).forEach(index -> points.add(point(index)));
        }
        return points;
    }

    /** Floyd's sample: as many draws as indexes, however large the grid. */
    private static TreeSet<Long> chosen(long size, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Long> indexes = new TreeSet<>();
        for (long last = size - count; last < size; last++) {
            long index = random.nextLong(last + 1);
            indexes.add(indexes.contains(index) ? last : index);
        }
        return indexes;
    }

    private Map<String, Object> point(long index) {
        Map<String, Object> point = new LinkedHashMap<>();
        long above = size();
        for (Map.Entry<String, List<Object>> field : fields.entrySet()) {
            List<Object> values = field.getValue();
            above /= values.size();
            point.put(field.getKey(), values.get((int) (index / above % values.size())));
        }
        return point;
    }
}
