package vn.diaba.exchange.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;
import vn.diaba.exchange.document.ParcelExtract.BoundaryPoint;
import vn.diaba.exchange.document.ParcelExtract.BoundaryRing;

/**
 * The table of corners: number, X (north), Y (east), length of the side to the next corner, parcels across it. Row i is
 * the side from corner i; the last row of a ring repeats its first corner. Flows from frame to frame. Confined to one
 * thread.
 */
final class CornerTable {
    private static final Type HEAD = new Type(Face.BOLD, 8);
    private static final Type CELL = new Type(Face.REGULAR, 8.5);
    private static final Type RING = new Type(Face.ITALIC, 8);
    private static final double[] WIDTHS = {9, 18.5, 17, 12.5, 16};
    private static final double HEAD_HEIGHT = 5;
    private static final double LINE = 3.5;
    private static final double PADDING = 0.7;

    /** One line of the table; a ring's name has one cell. */
    private record Row(List<String> cells, Paragraph neighbours) {
        boolean isName() {
            return cells.size() == 1;
        }

        double height() {
            return LINE * neighbours.lineCount() + PADDING;
        }
    }

    private final ExtractForm form;
    private final PaperFonts fonts;
    private final List<Row> rows = new ArrayList<>();
    private int next;

    CornerTable(ExtractForm form, PaperFonts fonts, List<BoundaryRing> rings) {
        this.form = form;
        this.fonts = fonts;
        int shells = 0;
        int holes = 0;
        for (BoundaryRing ring : rings) {
            if (rings.size() > 1) {
                boolean hole = ring.hole();
                String name = hole ? form.text("table.hole", ++holes) : form.text("table.shell", ++shells);
                rows.add(new Row(List.of(name), paragraph("")));
            }
            ring.points().forEach(point -> rows.add(row(point, true)));
            rows.add(row(ring.points().get(0), false));
        }
    }

    private Row row(BoundaryPoint point, boolean withSide) {
        String nobody = form.text("table.nobody");
        String across = point.neighbours().isEmpty() ? nobody : String.join("; ", point.neighbours());
        return new Row(
                List.of(
                        "" + point.number(),
                        PaperNumbers.metres(point.position().north()),
                        PaperNumbers.metres(point.position().east()),
                        withSide ? PaperNumbers.metres(point.length().metres()) : ""),
                paragraph(withSide ? across : ""));
    }

    private Paragraph paragraph(String text) {
        return new Paragraph(fonts, WIDTHS[4] - 1.6, List.of(new Paragraph.Run(CELL, text)));
    }

    boolean isDone() {
        return next == rows.size();
    }

    /** Height of a frame of which so many side by side hold the table. */
    double heightIn(int frames) {
        double all = rows.stream().mapToDouble(Row::height).sum();
        return HEAD_HEIGHT + (frames == 1 ? all : all / frames + 2 * (LINE + PADDING));
    }

    /** Writes as many rows as fit, under a head; a ring's name never stands last. Returns where it ended. */
    double draw(Sheet sheet, double left, double top, double bottom) throws IOException {
        double y = top + HEAD_HEIGHT;
        int first = next;
        while (next < rows.size()) {
            Row row = rows.get(next);
            double needed = row.isName() ? row.height() + rows.get(next + 1).height() : row.height();
            if (y + needed > bottom && next > first) {
                break;
            }
            write(sheet, row, left, y);
            y += row.height();
            next++;
        }
        head(sheet, left, top);
        sheet.pen(0.15);
        double lineY = top + HEAD_HEIGHT;
        for (Row row : rows.subList(first, next)) {
            sheet.line(left, lineY, left + PageLayout.TABLE_WIDTH, lineY);
            lineY += row.height();
        }
        columns(sheet, left, top, rows.subList(first, next));
        sheet.pen(0.25);
        double right = left + PageLayout.TABLE_WIDTH;
        sheet.ring(new double[] {left, top, right, top, right, y, left, y});
        return y;
    }

    private void head(Sheet sheet, double left, double top) throws IOException {
        String[] keys = {"table.point", "table.x", "table.y", "table.length", "table.neighbour"};
        double x = left;
        for (int i = 0; i < keys.length; i++) {
            sheet.centred(HEAD, x + WIDTHS[i] / 2, top + 3.5, form.text(keys[i]));
            x += WIDTHS[i];
        }
    }

    private static void columns(Sheet sheet, double left, double top, List<Row> rows) throws IOException {
        double y = top;
        double end = top + HEAD_HEIGHT;
        for (Row row : rows) {
            if (row.isName()) {
                bars(sheet, left, y, end);
                y = end + row.height();
            }
            end += row.height();
        }
        bars(sheet, left, y, end);
    }

    private static void bars(Sheet sheet, double left, double from, double to) throws IOException {
        double x = left;
        for (int i = 0; i + 1 < WIDTHS.length && to > from; i++) {
            x += WIDTHS[i];
            sheet.line(x, from, x, to);
        }
    }

    private static void write(Sheet sheet, Row row, double left, double top) throws IOException {
        double y = top + LINE - 0.5;
        if (row.isName()) {
            sheet.text(RING, left + 1, y, row.cells.get(0));
            return;
        }
        double x = left + WIDTHS[0];
        sheet.centred(CELL, left + WIDTHS[0] / 2, y, row.cells.get(0));
        for (int i = 1; i < 4; i++) {
            x += WIDTHS[i];
            sheet.right(CELL, x - 1, y, row.cells.get(i));
        }
        if (row.neighbours.lineCount() == 1) {
            sheet.centred(CELL, x + WIDTHS[4] / 2, y, row.neighbours.line(0));
        } else {
            row.neighbours.draw(sheet, x + 0.8, y, LINE);
        }
    }
}
