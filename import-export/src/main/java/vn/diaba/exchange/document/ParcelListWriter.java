package vn.diaba.exchange.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.parcel.ParcelTable;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.xlsx.SteadyZip;

/**
 * Writes the list of parcels as an Excel workbook for people: Vietnamese headings over the attribute names, codes as text,
 * areas as numbers with their difference, a sum below, ready to filter and to print on A4 across. Sorted by commune, sheet
 * and number. Land users stand in it only when asked for, identity numbers never. The same land gives the same bytes. Safe.
 */
public final class ParcelListWriter {
    private static final int ROWS_IN_MEMORY = 200;
    /** 1 January 1980, the first day a zip file can hold. */
    private static final long FIRST_OF_ZIP = 315_532_800_000L;

    /**
     * Writes the chosen live parcels.
     *
     * @param land a snapshot
     * @param select which parcels, all for {@code parcel -> true}
     * @param withPeople whether a column names the land users
     * @param progress told after every thousand rows
     * @return how many parcels were written
     * @throws ExportException {@code too-many-rows}, {@code disk-full}, {@code target-not-writable} and others of {@link
     *     AtomicFile}; the target is as it was
     */
    public long write(Fabric land, Predicate<Parcel> select, boolean withPeople, Path target, Progress progress)
            throws ExportException {
        String name = String.valueOf(target.getFileName());
        List<ParcelId> parcels = new ParcelTable(land, select, withPeople).parcels();
        int most = SpreadsheetVersion.EXCEL2007.getMaxRows() - ParcelListSheet.ROWS_BESIDE;
        if (parcels.size() > most) {
            throw new ExportException("too-many-rows", name, most);
        }
        try (AtomicFile file = new AtomicFile(target)) {
            try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.stage(name)), 1 << 16)) {
                workbook.setZip64Mode(Zip64Mode.AsNeeded);
                new ParcelListSheet(workbook, land, withPeople).fill(parcels, progress);
                undate(workbook.getXSSFWorkbook().getProperties());
                workbook.write(out);
            }
            SteadyZip.undate(file.stage(name));
            file.commit();
            return parcels.size();
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private static void undate(POIXMLProperties properties) {
        properties.getCoreProperties().setCreated(Optional.of(new Date(FIRST_OF_ZIP)));
        properties.getCoreProperties().setCreator("Địa Bạ");
    }
}
