package vn.diaba.app.workspace;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.object.SheetCut;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.exchange.document.ExtractBatch;
import vn.diaba.exchange.document.ExtractComposer;
import vn.diaba.exchange.document.ExtractFacts;
import vn.diaba.exchange.document.ParcelExtract;
import vn.diaba.exchange.document.ParcelListWriter;
import vn.diaba.exchange.document.PdfExtractWriter;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.object.ObjectTable;
import vn.diaba.exchange.parcel.MovedTable;
import vn.diaba.exchange.parcel.ParcelTable;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableWriter;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.paint.MapPainter;
import vn.diaba.map.paint.PaintReport;
import vn.diaba.map.view.Viewport;

/** What leaves a workspace: pictures, papers, lists, files of other programs. Immutable; a call is confined to its thread. */
public final class Outputs {
    /** Dots an inch of pictures, by which their scale is meant. */
    public static final double DPI = 96;

    private final Source source;
    private final Fabric land;

    /**
     * Land at one moment, with what its papers and files say of it. Immutable.
     *
     * @param moment the land and the number of its last act
     * @param setting the user and the CRS catalogue
     * @param crs of the land
     * @param place the commune's name; "" when the workspace is of several
     * @param release lets persons leave
     */
    public record Source(PastMoment moment, Setting setting, Crs crs, String place, PersonRelease release) {
        /** The land as it is now. */
        public static Source of(OpenWorkspace open) {
            return of(open, new PastMoment(open.fabric(), open.store().log().sequence()));
        }

        /** The land as it was. */
        static Source of(OpenWorkspace open, PastMoment moment) {
            String place = open.store().spec().commune().isEmpty()
                    ? ""
                    : open.store().spec().name();
            return new Source(moment, open.setting(), open.crs(), place, new PersonRelease(open));
        }
    }

    /** From the land as it is now. */
    public Outputs(OpenWorkspace open) {
        this(Source.of(open));
    }

    /** From the land as it was. */
    public Outputs(OpenWorkspace open, PastMoment moment) {
        this(Source.of(open, moment));
    }

    /** From land at one moment, on any thread. */
    public Outputs(Source source) {
        this.source = source;
        land = source.moment().land();
    }

    /**
     * Lets attached files leave; they may name persons, so it is written down before.
     *
     * @throws ExportException as for land users; nothing may leave then
     */
    public void releaseFiles(long files) throws ExportException {
        release(true, "attachment", files);
    }

    private void release(boolean withPeople, String how, long records) throws ExportException {
        if (withPeople) {
            source.release().out(how, records);
        }
    }

    private void release(boolean withPeople, Predicate<Parcel> select, String how) throws ExportException {
        if (withPeople) {
            release(true, how, new ParcelTable(land, select, true).parcels().size());
        }
    }

    private static String extension(Path target) {
        return String.valueOf(target.getFileName()).replaceFirst("^.*\\.", "");
    }

    /** What extracts say of their source; the commune's name is the workspace's when it is of one commune. */
    public ExtractFacts facts() {
        return new ExtractFacts(
                "",
                source.place(),
                "",
                source.crs(),
                source.moment().sequence(),
                LocalDate.now(source.setting().clock()),
                source.release().person());
    }

    /**
     * Extracts of parcels in one PDF.
     *
     * @param denominator of the scale, 0 for the largest that fits
     */
    public PdfExtractWriter.Written extract(List<ParcelId> parcels, int denominator, boolean withPeople, Path target)
            throws ExportException {
        release(withPeople, "extract", parcels.size());
        ExtractComposer composer = new ExtractComposer(land, facts(), withPeople);
        List<ParcelExtract> extracts = parcels.stream().map(composer::compose).toList();
        return new PdfExtractWriter(land).write(extracts, denominator, target);
    }

    /** Extracts of so many parcels, a PDF each, with a manifest. */
    public ExtractBatch batch(boolean withPeople, int parcels) throws ExportException {
        release(withPeople, "extract", parcels);
        return new ExtractBatch(new ExtractComposer(land, facts(), withPeople), new PdfExtractWriter(land));
    }

    /** All parcels as an Excel list; gives how many. */
    public long parcelList(Path target, Progress progress) throws ExportException {
        return parcelList(target, parcel -> true, false, progress);
    }

    /** Chosen parcels as an Excel list, with their land users when asked for; gives how many. */
    public long parcelList(Path target, Predicate<Parcel> select, boolean withPeople, Progress progress)
            throws ExportException {
        release(withPeople, select, "list");
        return new ParcelListWriter().write(land, select, withPeople, target, progress);
    }

    /** All parcels as a file of another program, by its extension; gives how many. */
    public long parcels(Path target, Progress progress) throws ExportException, CrsException {
        Request request = new Request(parcel -> true, false, "parcels", source.crs());
        return parcels(target, request, new IssueLog(), progress);
    }

    /**
     * Which parcels leave, and how.
     *
     * @param select which live parcels
     * @param withPeople whether names of land users leave too
     * @param layer name of the layer
     * @param crs the file's CRS
     */
    public record Request(Predicate<Parcel> select, boolean withPeople, String layer, Crs crs) {}

    /** Parcels as a file of another program; gives how many. */
    public long parcels(Path target, Request request, IssueLog issues, Progress progress)
            throws ExportException, CrsException {
        CrsCatalog catalog = source.setting().catalog();
        release(request.withPeople(), request.select(), extension(target));
        ParcelTable chosen = new ParcelTable(land, request.select(), request.withPeople());
        CrsHint label = new CrsHint(request.crs().code(), catalog.prjText(request.crs()));
        try (FeatureTable table = MovedTable.of(
                chosen.table(request.layer(), CrsHint.NONE), catalog.transform(source.crs(), request.crs()), label)) {
            return Formats.standard(source.setting().clock()).writer(target).write(table, target, issues, progress);
        }
    }

    /**
     * Which map objects leave, and how.
     *
     * @param clip frame they are cut at, in the workspace's CRS; null for all as they are
     * @param withPeople whether what may name persons leaves too
     * @param layer name of the layer
     * @param crs the file's CRS
     */
    public record ObjectRequest(@Nullable Extent clip, boolean withPeople, String layer, Crs crs) {}

    /** What was written. */
    public record Written(List<Path> files, long objects) {
        /** Copies the list. */
        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Map objects and survey points as a file of another program, with their levels. A format whose files hold one kind of
     * shape gets a file a kind, if there are several: {@code F-points}, {@code F-lines}, {@code F-areas}.
     */
    public Written objects(Path target, ObjectRequest request, IssueLog issues, Progress progress)
            throws ExportException, CrsException {
        List<PlacedRecord> chosen = new ArrayList<>();
        Extent clip = request.clip();
        if (clip == null) {
            land.forEachObject(chosen::add);
            chosen.sort(Comparator.comparingInt(PlacedRecord::level).thenComparing(PlacedRecord::id));
        } else {
            chosen.addAll(SheetCut.objectsIn(land, clip));
        }
        release(request.withPeople(), "objects " + extension(target), chosen.size());
        ObjectTable objects = new ObjectTable(chosen, request.withPeople());
        TableWriter writer = Formats.standard(source.setting().clock()).writer(target);
        List<ShapeKind> kinds = objects.kinds();
        List<Path> files = new ArrayList<>();
        long written = 0;
        if (!writer.id().equals("shp") || kinds.size() < 2) {
            written = new ObjectFile(objects, request, writer, issues).write(source, null, target, progress);
            files.add(target);
        } else {
            for (ShapeKind kind : kinds) {
                Path file = target.resolveSibling(withKind(String.valueOf(target.getFileName()), kind));
                written += new ObjectFile(objects, request, writer, issues).write(source, kind, file, progress);
                files.add(file);
            }
        }
        return new Written(files, written);
    }

    private record ObjectFile(ObjectTable objects, ObjectRequest request, TableWriter writer, IssueLog issues) {
        long write(Source source, @Nullable ShapeKind kind, Path file, Progress progress)
                throws ExportException, CrsException {
            CrsCatalog catalog = source.setting().catalog();
            CrsHint label = new CrsHint(request.crs().code(), catalog.prjText(request.crs()));
            try (FeatureTable table = MovedTable.of(
                    objects.table(request.layer(), kind, CrsHint.NONE),
                    catalog.transform(source.crs(), request.crs()),
                    label)) {
                return writer.write(table, file, issues, progress);
            }
        }
    }

    private static String withKind(String name, ShapeKind kind) {
        String suffix = kind == ShapeKind.POINTS ? "-points" : kind == ShapeKind.LINES ? "-lines" : "-areas";
        return name.replaceFirst("(\\.[^.]*)$", suffix + "$1");
    }

    /** The whole map as a PNG. */
    public PaintReport picture(Path target, int width, int height) throws ExportException {
        LayerStack layers = CadastralMap.of(land, ParcelSet.SURVEYED);
        return picture(target, layers, Viewport.fitted(layers.extent(), width, height), Progress.NONE);
    }

    /** Layers in a view as a PNG on white. */
    public static PaintReport picture(Path target, LayerStack layers, Viewport view, Progress progress)
            throws ExportException {
        return picture(target, layers, view, graphics -> {}, progress);
    }

    /**
     * The same with something drawn above the layers.
     *
     * @param above draws in pixels of the picture
     */
    public static PaintReport picture(
            Path target, LayerStack layers, Viewport view, Consumer<Graphics2D> above, Progress progress)
            throws ExportException {
        int width = (int) view.widthPx();
        int height = (int) view.heightPx();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        PaintReport report = new MapPainter(DPI).paint(layers, view, image, () -> {
            progress.checkCancelled();
            return false;
        });
        Graphics2D over = image.createGraphics();
        above.accept(over);
        over.dispose();
        try (AtomicFile file = new AtomicFile(target)) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            Files.write(file.stage(String.valueOf(target.getFileName())), png.toByteArray());
            file.commit();
        } catch (IOException e) {
            throw AtomicFile.failure(target, e);
        }
        return report;
    }
}
