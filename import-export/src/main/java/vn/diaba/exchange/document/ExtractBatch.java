package vn.diaba.exchange.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;

/**
 * Writes many extracts, one file each, with a manifest ({@code manifest.csv}) that names every file, its scale and its
 * SHA-256, and every parcel left out. A run may be stopped anywhere: what the manifest names is complete, and a resumed run
 * keeps it as long as the land and the file are the same. Confined to one thread.
 */
public final class ExtractBatch {
    private final ExtractComposer composer;
    private final PdfExtractWriter writer;

    /** {@code writer} must be made from the composer's land. */
    public ExtractBatch(ExtractComposer composer, PdfExtractWriter writer) {
        this.composer = composer;
        this.writer = writer;
    }

    /**
     * What came of a run. Immutable.
     *
     * @param files every file that stands in the folder, in the order of the parcels
     * @param kept how many of them an earlier run had written
     * @param skipped parcels without a file
     */
    public record Outcome(List<Path> files, int kept, List<Skipped> skipped) {
        /** Copies the lists. */
        public Outcome {
            files = List.copyOf(files);
            skipped = List.copyOf(skipped);
        }
    }

    /** A parcel that has no file, and why, by code and arguments. */
    public record Skipped(ParcelId parcel, String label, String code, List<Object> arguments) {
        /** Copies the list. */
        public Skipped {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Writes the extracts into a folder, which is made if it is not there.
     *
     * @param parcels live parcels, each once
     * @param denominator of the scale, {@link PdfExtractWriter#FITTING} to choose for each
     * @param resume whether to keep what an earlier run has written of the same land and form
     * @throws ExportException when the folder cannot be written to; files written so far stay and are in the manifest
     */
    public Outcome run(List<ParcelId> parcels, Path folder, int denominator, boolean resume, Progress progress)
            throws ExportException {
        try {
            Files.createDirectories(folder);
            try (ExtractManifest manifest = new ExtractManifest(folder, resume)) {
                Outcome outcome = run(parcels, manifest, denominator, progress);
                manifest.finish();
                return outcome;
            }
        } catch (IOException cause) {
            throw AtomicFile.failure(folder, cause);
        }
    }

    private Outcome run(List<ParcelId> parcels, ExtractManifest manifest, int denominator, Progress progress)
            throws IOException, ExportException {
        List<Path> files = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int kept = 0;
        for (int i = 0; i < parcels.size(); i++) {
            progress.checkCancelled();
            ParcelExtract extract = composer.compose(parcels.get(i));
            String name = fileName(composer.land().parcel(extract.id()));
            if (!names.add(name)) {
                name = name.replace(".pdf", "-" + extract.id() + ".pdf");
                names.add(name);
            }
            Path file = manifest.folder().resolve(name);
            String stamp = stamp(extract, denominator, writer.formFor(extract));
            if (manifest.isCurrent(file, stamp)) {
                kept++;
                files.add(file);
            } else {
                try {
                    PdfExtractWriter.Written written = writer.write(List.of(extract), denominator, file);
                    manifest.wrote(file, extract, written, stamp);
                    files.add(file);
                } catch (ExportException e) {
                    if (!e.code().equals("scale-too-large")) {
                        throw e;
                    }
                    String label = extract.citation().label();
                    skipped.add(new Skipped(extract.id(), label, e.code(), e.arguments()));
                    manifest.skipped(extract, e.code());
                }
            }
            progress.done(i + 1, parcels.size());
        }
        return new Outcome(files, kept, skipped);
    }

    /** Commune, sheet, number and a short id; what file systems dislike is an underscore. */
    static String fileName(Parcel parcel) {
        ParcelNumber number = parcel.number();
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {number.commune(), number.sheet(), number.number()}) {
            if (!part.isEmpty()) {
                parts.add(part.replaceAll("[^\\p{L}\\p{N}]", "_"));
            }
        }
        parts.add(parcel.id().toString().substring(28));
        return String.join("-", parts) + ".pdf";
    }

    /** What a file stands for: the same stamp gives the same bytes. */
    private static String stamp(ParcelExtract extract, int denominator, ExtractForm form) {
        return ExtractManifest.sha256(("" + extract + denominator + form).getBytes(StandardCharsets.UTF_8));
    }
}
