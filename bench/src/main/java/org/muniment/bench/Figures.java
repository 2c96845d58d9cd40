package org.muniment.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/**
 * Named numbers in the order in which they were found; nothing else ever leaves a measurement, so no word of any mail
 * can. Not thread-safe.
 */
final class Figures {
    /** Stands behind figures when more will come later. */
    static final String PAUSE = "figures end";

    private static final String MARK = "figure ";

    private final Map<String, Double> numbers = new LinkedHashMap<>();

    /** Puts a number; what cannot be measured is not put at all. */
    Figures put(String name, double number) {
        if (Double.isFinite(number)) {
            numbers.put(name, number);
        }
        return this;
    }

    /** Puts a count. */
    Figures put(String name, long count) {
        return put(name, (double) count);
    }

    /** Puts all of another, their names behind a prefix. */
    Figures putAll(String prefix, Figures others) {
        others.numbers.forEach((name, number) -> put(prefix + name, number));
        return this;
    }

    /** A number that must be there. */
    double get(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("the measurement gave no " + name);
        }
        return number;
    }

    void forEach(BiConsumer<String, Double> each) {
        numbers.forEach(each);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** As one line {@code figure name value} per number, which {@link #read} understands. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        numbers.forEach((name, number) ->
                lines.append(MARK).append(name).append(' ').append(number).append('\n'));
        return lines.toString();
    }

    /** Takes a line of {@link #lines}; anything else that a JVM writes is passed over. */
    void read(String line) {
        if (line.startsWith(MARK)) {
            int blank = line.lastIndexOf(' ');
            put(line.substring(MARK.length(), blank), Double.parseDouble(line.substring(blank + 1)));
        }
    }

    /** The median of each number over several runs. */
    static Figures medians(List<Figures> runs) {
        Figures medians = new Figures();
        for (String name : runs.getFirst().numbers.keySet()) {
            medians.put(
                    name,
                    Timings.median(
                            runs.stream().mapToDouble(run -> run.get(name)).toArray()));
        }
        return medians;
    }

    /** Our numbers of these names as multiples of another's. */
    Figures ratios(Figures others, List<String> names) {
        Figures ratios = new Figures();
        names.forEach(name -> ratios.put(name, get(name) / others.get(name)));
        return ratios;
    }

    /** A JSON object, one number per line; names need no escapes. */
    String json() {
        StringJoiner json = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
        numbers.forEach((name, number) -> json.add('"' + name + "\": " + text(number)));
        return json.toString();
    }

    /** A number to four significant digits, so that nobody believes more of them. */
    static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
