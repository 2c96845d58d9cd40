package org.muniment.server.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns. Where the table is wider than the terminal, the columns that may shrink are cut with an ellipsis,
 * the widest first. Cells are cleaned.
 */
final class Table {
    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param right whether it is aligned to the right, as numbers are
     * @param shrinks whether it may be cut
     */
    record Column(String title, boolean right, boolean shrinks) {
        static Column left(String title) {
            return new Column(title, false, false);
        }

        static Column right(String title) {
            return new Column(title, true, false);
        }

        static Column text(String title) {
            return new Column(title, false, true);
        }
    }

    Table(Column... columns) {
        this.columns = List.of(columns);
        rows.add(this.columns.stream().map(Column::title).toList());
    }

    void row(String... cells) {
        List<String> row = new ArrayList<>(cells.length);
        for (String cell : cells) {
            row.add(Plain.line(cell));
        }
        rows.add(row);
    }

    void print(PrintStream out, int width) {
        int[] widths = widths(width);
        for (List<String> row : rows) {
            out.println(line(row, widths));
        }
    }

    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        while (total(widths) > width) {
            int widest = widestShrinking(widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static long total(int[] widths) {
        long total = (long) GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private int widestShrinking(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (columns.get(i).shrinks() && widths[i] > NARROWEST && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(row.get(i), widths[i]);
            String padding = " ".repeat(widths[i] - width(cell));
            line.append(columns.get(i).right() ? padding + cell : cell + padding);
            line.append(i + 1 < widths.length ? " ".repeat(GAP) : "");
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > width) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut + "…";
    }

    /** How many cells of a terminal a text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    /** East Asian characters and most emoji take two cells (UAX 11), combining marks none. */
    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK || c == 0x200c || c == 0x200d) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }
}
