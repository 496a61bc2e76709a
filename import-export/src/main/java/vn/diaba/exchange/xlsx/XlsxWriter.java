package vn.diaba.exchange.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.TableWriter;

/**
 * Writes a table's attributes as one sheet: bold frozen header, filter, widths that fit; shapes are left out. Texts are
 * text cells in text format, so {@code 012} stays {@code 012} and stays so when edited. A text that begins with
 * {@code = + - @}, a tab or a line end is marked as quoted, as if typed after an apostrophe: Excel shows it and never
 * computes it. Safe.
 *
 * <p>Cells hold 32,767 characters at most ({@code value-cut}), a sheet 1,048,575 rows ({@code too-many-rows}); numbers
 * beyond 15 digits, which Excel cannot hold, are written as text. Date-times are in UTC.
 */
public final class XlsxWriter implements TableWriter {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int SAMPLED_ROWS = 1000;
    private static final int DIGITS = 15;
    /** 1 January 1980, the first day a zip file can hold. */
    private static final long FIRST_OF_ZIP = 315_532_800_000L;

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public long write(FeatureTable table, Path target, IssueLog issues, Progress progress) throws ExportException {
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target)) {
            long rows = writeBook(table, file.stage(name), new Notes(name, issues), progress);
            SteadyZip.undate(file.stage(name));
            file.commit();
            return rows;
        } catch (ImportException source) {
            throw new ExportException(source.code(), source.arguments(), source);
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private record Notes(String file, IssueLog issues) {}

    private static long writeBook(FeatureTable table, Path book, Notes notes, Progress progress)
            throws IOException, ImportException, ExportException {
        RememberingStream out = new RememberingStream(Files.newOutputStream(book));
        try (OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
                SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            long rows = new Sheet(workbook, table, notes).fill(progress);
            undated(workbook.getXSSFWorkbook().getProperties());
            workbook.write(buffered);
            return rows;
        } catch (IOException | RuntimeException failed) {
            IOException behind = out.first() != null ? out.first() : behind(failed);
            if (behind == null) {
                throw failed;
            }
            throw behind;
        }
    }

    /** What the disk said, under the unchecked exceptions POI puts around it; null when it is something else. */
    private static @Nullable IOException behind(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    /** The creation time would make every file differ; who made it when is in the workspace's log. */
    private static void undated(POIXMLProperties properties) {
        properties.getCoreProperties().setCreated(Optional.of(new Date(FIRST_OF_ZIP)));
        properties.getCoreProperties().setCreator("Địa Bạ");
    }

    private static final class Sheet {
        private final SXSSFSheet sheet;
        private final FeatureTable table;
        private final Notes notes;
        private final CellStyles styles;
        private final int[] width;

        Sheet(SXSSFWorkbook workbook, FeatureTable table, Notes notes) {
            this.table = table;
            this.notes = notes;
            styles = new CellStyles(workbook);
            sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.name()));
            width = new int[table.columns().size()];
        }

        long fill(Progress progress) throws ImportException, ExportException {
            List<Column> columns = table.columns();
            SXSSFRow header = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                text(header.createCell(i), columns.get(i).name(), styles.header());
                width[i] = columns.get(i).name().length() + 3;
            }
            sheet.createFreezePane(0, 1);
            long rows = 0;
            for (Row row = table.next(); row != null; row = table.next()) {
                if (++rows >= SpreadsheetVersion.EXCEL2007.getMaxRows()) {
                    throw new ExportException(
                            "too-many-rows", notes.file(), SpreadsheetVersion.EXCEL2007.getMaxRows() - 1);
                }
                SXSSFRow line = sheet.createRow((int) rows);
                for (int i = 0; i < columns.size(); i++) {
                    Object value = row.value(i);
                    if (value != null && !(value instanceof byte[])) {
                        put(line.createCell(i), value, String.valueOf(row.text(i)), columns.get(i), row.record());
                        if (rows <= SAMPLED_ROWS) {
                            width[i] = Math.max(
                                    width[i], String.valueOf(row.text(i)).length() + 1);
                        }
                    }
                }
                if (rows % 1000 == 0) {
                    progress.checkCancelled();
                    progress.done(rows, Math.max(0, table.expected()));
                }
            }
            finish(rows);
            return rows;
        }

        private void finish(long rows) {
            for (int i = 0; i < width.length; i++) {
                sheet.setColumnWidth(i, 256 * Math.max(6, Math.min(60, width[i])));
                // What is typed into the column later gets the same format.
                sheet.setDefaultColumnStyle(i, styles.of(table.columns().get(i)));
            }
            if (width.length > 0) {
                sheet.setAutoFilter(new CellRangeAddress(0, (int) rows, 0, width.length - 1));
            }
        }

        private void put(SXSSFCell cell, Object value, String text, Column column, long record) {
            if (value instanceof Long whole && Math.abs(whole) < 1_000_000_000_000_000L) {
                cell.setCellValue(whole);
                cell.setCellStyle(styles.of(column));
            } else if (value instanceof BigDecimal number && number.precision() <= DIGITS && number.scale() < 300) {
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(styles.decimal(number.scale()));
            } else if (value instanceof Boolean yes) {
                cell.setCellValue(yes);
            } else if (value instanceof LocalDate date && date.getYear() >= 1900 && date.getYear() < 10_000) {
                cell.setCellValue(date);
                cell.setCellStyle(styles.date());
            } else if (value instanceof OffsetDateTime time && time.getYear() >= 1900 && time.getYear() < 10_000) {
                cell.setCellValue(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
                cell.setCellStyle(styles.dateTime());
            } else {
                put(cell, text, column, record);
            }
        }

        private void put(SXSSFCell cell, String text, Column column, long record) {
            int limit = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
            String held = text;
            if (text.length() > limit) {
                held = text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
                notes.issues()
                        .add(Issue.ofFile(
                                        "value-cut", Severity.WARNING, notes.file(), column.name(), text.length(), held)
                                .atRecord(record));
            }
            text(cell, held, isFormulaLike(held) ? styles.quoted() : styles.text());
        }

        private static void text(SXSSFCell cell, String text, CellStyle style) {
            cell.setCellValue(text);
            cell.setCellStyle(style);
        }

        /** The list of OWASP's "CSV injection"; a cell of type text is no formula, but becomes one when edited. */
        private static boolean isFormulaLike(String text) {
            return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        }
    }
}
