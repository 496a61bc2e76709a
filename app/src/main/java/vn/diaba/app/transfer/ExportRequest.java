package vn.diaba.app.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.document.ExtractBatch;
import vn.diaba.exchange.parcel.ParcelTable;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsException;

/**
 * What leaves the workspace and how. Immutable.
 *
 * @param content which land
 * @param parcels the parcels selected; looked at for {@link Content#SELECTION} only
 * @param format the form
 * @param withPeople whether names of land users leave too
 * @param epsg code of the file's CRS; 0 for the workspace's
 * @param denominator of the extracts' scale; 0 for the largest that fits
 * @param resumes whether extracts that an earlier run has written of the same land are kept
 */
record ExportRequest(
        Content content,
        List<ParcelId> parcels,
        ExportFormat format,
        boolean withPeople,
        int epsg,
        int denominator,
        boolean resumes) {
    /** Which land leaves. */
    enum Content {
        /** The selected parcels. */
        SELECTION,
        /** All parcels. */
        ALL,
        /** Map objects and survey points. */
        OBJECTS
    }

    /**
     * What was written.
     *
     * @param target the file or folder
     * @param files the files written
     * @param written how many parcels or objects
     * @param notes what was left out or could not be held as it is, with the label it is of, "" for the whole
     */
    record Written(Path target, List<Path> files, long written, List<Note> notes) {
        Written {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /** A remark about a parcel or the whole. */
    record Note(String label, Refusal what) {}

    ExportRequest {
        parcels = List.copyOf(parcels);
    }

    /** The parcels meant, in the order of lists. */
    Predicate<Parcel> select() {
        if (content != Content.SELECTION) {
            return parcel -> true;
        }
        Set<ParcelId> chosen = new HashSet<>(parcels);
        return parcel -> chosen.contains(parcel.id());
    }

    /**
     * Writes it.
     *
     * @throws ExportException {@code nothing-selected} when there is nothing to write, and as the writers say; nothing is
     *     left half-written
     */
    Written write(Outputs.Source source, Path target, Progress progress) throws ExportException, CrsException {
        Outputs outputs = new Outputs(source);
        Crs crs = epsg == 0 ? source.crs() : source.setting().catalog().byCode(epsg);
        IssueLog issues = new IssueLog();
        if (content == Content.OBJECTS) {
            Outputs.ObjectRequest objects = new Outputs.ObjectRequest(null, withPeople, "objects", crs);
            Outputs.Written written = outputs.objects(target, objects, issues, progress);
            return new Written(target, written.files(), written.objects(), notes(issues));
        }
        List<ParcelId> chosen = new ParcelTable(source.moment().land(), select(), withPeople).parcels();
        if (chosen.isEmpty()) {
            throw new ExportException("nothing-selected");
        }
        if (format == ExportFormat.EXTRACT_FOLDER) {
            return folder(
                    outputs.batch(withPeople, chosen.size()).run(chosen, target, denominator, resumes, progress),
                    target);
        }
        long written;
        if (format == ExportFormat.EXTRACTS) {
            outputs.extract(chosen, denominator, withPeople, target);
            written = chosen.size();
        } else if (format == ExportFormat.LIST) {
            written = outputs.parcelList(target, select(), withPeople, progress);
        } else {
            Outputs.Request request = new Outputs.Request(select(), withPeople, "parcels", crs);
            written = outputs.parcels(target, request, issues, progress);
        }
        return new Written(target, List.of(target), written, notes(issues));
    }

    private static Written folder(ExtractBatch.Outcome outcome, Path target) {
        List<Note> notes = new ArrayList<>();
        for (ExtractBatch.Skipped each : outcome.skipped()) {
            notes.add(new Note(each.label(), new Refusal(each.code(), each.arguments())));
        }
        return new Written(target, outcome.files(), outcome.files().size(), notes);
    }

    private static List<Note> notes(IssueLog issues) {
        return issues.issues().stream()
                .map(issue -> new Note("", new Refusal(issue.code(), issue.arguments())))
                .toList();
    }
}
