package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;

/** Which papers are about which parcels and name whom, and which files are attached to what. Immutable. */
final class Citations {
    private final ChunkedMap<UUID, List<UUID>> citing;

    private Citations(ChunkedMap<UUID, List<UUID>> citing) {
        this.citing = citing;
    }

    /** Reads all papers and attachments. */
    static Citations of(Fabric fabric) {
        Map<UUID, List<UUID>> found = new HashMap<>();
        fabric.forEachPlaceless(LandRecord.class, entry -> cited(entry)
                .forEach(id ->
                        found.computeIfAbsent(id, any -> new ArrayList<>(1)).add(entry.id())));
        found.replaceAll((id, all) -> List.copyOf(all));
        return new Citations(ChunkedMap.<UUID, List<UUID>>empty().with(found));
    }

    private static List<UUID> cited(@Nullable Object entry) {
        if (entry instanceof Paper paper) {
            List<UUID> all = new ArrayList<>(paper.holders());
            paper.parcels().forEach(parcel -> all.add(parcel.uuid()));
            return all;
        }
        return entry instanceof Attachment file ? List.of(file.of()) : List.of();
    }

    Citations with(List<Change> changes) {
        Map<UUID, @Nullable List<UUID>> altered = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.RecordChange entry) {
                List<UUID> before = cited(entry.before());
                List<UUID> after = cited(entry.after());
                if (!before.equals(after)) {
                    before.forEach(id -> alter(altered, id).remove(entry.id()));
                    after.forEach(id -> alter(altered, id).add(entry.id()));
                }
            }
        }
        altered.replaceAll((id, all) -> all == null || all.isEmpty() ? null : List.copyOf(all));
        return altered.isEmpty() ? this : new Citations(citing.with(altered));
    }

    private List<UUID> alter(Map<UUID, @Nullable List<UUID>> altered, UUID cited) {
        List<UUID> all = altered.get(cited);
        if (all == null) {
            List<UUID> known = citing.find(cited);
            all = new ArrayList<>(known == null ? List.of() : known);
            altered.put(cited, all);
        }
        return all;
    }

    /** Those of a kind that cite something, in the order of their names. */
    <T extends LandRecord> List<T> of(Fabric fabric, UUID cited, Class<T> kind, Function<T, String> name) {
        List<T> found = new ArrayList<>();
        List<UUID> ids = citing.find(cited);
        for (UUID id : ids == null ? List.<UUID>of() : ids) {
            fabric.findRecord(id).filter(kind::isInstance).map(kind::cast).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(name).thenComparing(LandRecord::id));
        return found;
    }
}
