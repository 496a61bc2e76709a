package vn.diaba.exchange.document;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer.IFontTextDrawerEnv;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;
import vn.diaba.exchange.document.ParcelExtract.BoundaryRing;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.exchange.drawing.ObjectSource;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.paint.MapPainter;
import vn.diaba.map.paint.PaintReport;
import vn.diaba.map.paint.PaintSignal;
import vn.diaba.map.style.MapStyle;
import vn.diaba.map.style.StyleCatalog;
import vn.diaba.map.view.Viewport;

/**
 * Draws the sketch: boundaries and labels by the map painter as vectors, over them the parcel's outline, corners, lengths,
 * grid crosses, north arrow and scale bar. Holds what is the same for all extracts of a run. Confined to one thread.
 */
final class SketchPainter {
    private static final Type NORTH = new Type(Face.BOLD, 8);
    private static final PaperGrid.Box ARROW = new PaperGrid.Box(0, 8, 6, 13, 0);
    /** From here on corners are marked by smaller discs, then by none. */
    private static final int MANY_POINTS = 60;

    private static final int TOO_MANY_POINTS = 250;

    private final Fabric land;
    private final MapPainter painter = new MapPainter(72);
    private final MapStyle labelStyle = StyleCatalog.labels();
    private final Map<ParcelSet, MapLayer> boundaries = new EnumMap<>(ParcelSet.class);
    private final MapLayer objects;

    SketchPainter(Fabric land) {
        this.land = land;
        objects = MapLayer.of(CadastralMap.OBJECTS, StyleCatalog.objects(), new ObjectSource(land));
    }

    /** Draws into the layout's frame. */
    void paint(Sheet sheet, PDDocument document, ParcelExtract extract, PageLayout layout, ExtractForm form)
            throws IOException {
        SketchView view = SketchView.of(extract.extent(), layout);
        PageLayout.Box frame = layout.sketch();
        SketchNeighbours neighbours = new SketchNeighbours(land, extract, view);
        SketchNotes notes = new SketchNotes(sheet.fonts(), view);
        PaperGrid.Box arrow = new PaperGrid.Box(frame.width() - 5, ARROW.y(), ARROW.width(), ARROW.height(), 0);
        notes.avoid(arrow);
        neighbours.forEachLine(notes::keepOff);
        SketchGrid grid = new SketchGrid(frame, view, arrow);
        grid.crosses().forEach(notes::keepOff);
        double radius = extract.pointCount() > MANY_POINTS ? 0.35 : 0.55;
        List<SketchNotes.Note> written = notes.place(extract.rings(), radius);
        List<PaperGrid.Box> taken = new ArrayList<>(grid.crosses());
        taken.add(arrow);
        MapLayer labels = MapLayer.of(CadastralMap.LABELS, labelStyle, neighbours.labels(written, taken));
        ParcelSet set = land.parcel(extract.id()).set();
        LayerStack stack = LayerStack.of(boundaries.computeIfAbsent(set, this::boundaries), objects, labels);
        sheet.form(map(document, sheet, stack, view.window()), frame.left(), frame.bottom());
        grid.draw(sheet);
        outline(sheet, frame, extract, view, radius);
        for (SketchNotes.Note note : written) {
            write(sheet, frame, note);
        }
        northArrow(sheet, form.text("drawing.north"), frame.left() + arrow.x(), frame.top() + arrow.y());
        sheet.pen(0.25);
        sheet.ring(new double[] {
            frame.left(),
            frame.top(),
            frame.right(),
            frame.top(),
            frame.right(),
            frame.bottom(),
            frame.left(),
            frame.bottom()
        });
    }

    private MapLayer boundaries(ParcelSet set) {
        return CadastralMap.of(land, set).findLayer(CadastralMap.BOUNDARIES).orElseThrow();
    }

    private PDFormXObject map(PDDocument document, Sheet sheet, LayerStack stack, Viewport window) throws IOException {
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, (float) window.widthPx(), (float) window.heightPx());
        try {
            graphics.setFontTextDrawer(new MapTexts(sheet.embedded()));
            PaintReport report = painter.paint(stack, window, graphics, PaintSignal.NEVER);
            if (!report.faults().isEmpty()) {
                throw report.faults().get(0).cause();
            }
        } finally {
            graphics.dispose();
        }
        return graphics.getXFormObject();
    }

    /** Map labels as text in the document's own fonts, not as outlines. */
    private static final class MapTexts extends PdfBoxGraphics2DFontTextDrawer {
        private final PaperFonts.Embedded fonts;

        MapTexts(PaperFonts.Embedded fonts) {
            this.fonts = fonts;
        }

        @Override
        protected boolean hasDynamicFontMapping() {
            return true;
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            return fonts.font(font.getFontName().contains("Bold") ? Face.MAP_BOLD : Face.MAP);
        }
    }

    private static void outline(
            Sheet sheet, PageLayout.Box frame, ParcelExtract extract, SketchView view, double radius)
            throws IOException {
        sheet.pen(0.5);
        for (BoundaryRing ring : extract.rings()) {
            sheet.ring(moved(view.ring(ring), frame));
        }
        sheet.pen(0.18);
        for (BoundaryRing ring : extract.pointCount() > TOO_MANY_POINTS ? List.<BoundaryRing>of() : extract.rings()) {
            double[] xy = moved(view.ring(ring), frame);
            for (int i = 0; i < xy.length; i += 2) {
                sheet.disc(xy[i], xy[i + 1], radius);
            }
        }
    }

    private static double[] moved(double[] xy, PageLayout.Box frame) {
        double[] moved = xy.clone();
        for (int i = 0; i < xy.length; i += 2) {
            moved[i] += frame.left();
            moved[i + 1] += frame.top();
        }
        return moved;
    }

    private static void write(Sheet sheet, PageLayout.Box frame, SketchNotes.Note note) throws IOException {
        PaperGrid.Box box = note.box();
        String text = note.text();
        double half = sheet.fonts().widthMm(note.type(), text) / 2;
        double drop = note.type().sizePt() * 0.33 / PaperFonts.PT;
        double cos = Math.cos(box.turn());
        double sin = Math.sin(box.turn());
        double x = frame.left() + box.x() - half * cos - drop * sin;
        double y = frame.top() + box.y() - half * sin + drop * cos;
        sheet.turned(note.type(), x, y, box.turn(), text);
    }

    private static void northArrow(Sheet sheet, String north, double x, double y) throws IOException {
        sheet.centred(NORTH, x, y - 3.6, north);
        sheet.pen(0.2);
        sheet.fill(new double[] {x, y - 3, x + 1.8, y + 6, x, y + 4.2});
        sheet.ring(new double[] {x, y - 3, x - 1.8, y + 6, x, y + 4.2});
    }
}
