package vn.diaba.app.find;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.store.take.CaseNames;

/**
 * Finds what a person means by the owner of a file: a parcel, a case, a paper, an object. {@code 12/2026} may be a parcel and
 * a case: then nothing is guessed, and {@code parcel:}, {@code case:}, {@code paper:} or {@code object:} before it tells.
 * Stateless.
 */
public final class OwnerFinder {
    private OwnerFinder() {}

    /**
     * What a file can belong to.
     *
     * @param kind {@code parcel}, {@code case}, {@code paper}, {@code object}
     * @param id names it
     * @param label what people call it
     */
    public record Owner(String kind, UUID id, String label) {}

    /**
     * The one owner a text means.
     *
     * @throws WorkspaceException {@code owner-not-found}, {@code owner-ambiguous} with the candidates, {@code
     *     coordinate-wrong}, and what the finder of a kind throws where a text says the kind
     */
    public static Owner one(Fabric fabric, String text) throws WorkspaceException {
        Optional<Owner> told = byKind(fabric, text.strip());
        if (told.isPresent()) {
            return told.get();
        }
        Map<UUID, Owner> found = new LinkedHashMap<>();
        ParcelFinder.all(fabric, text).forEach(parcel -> put(found, of(parcel)));
        CaseNames.all(fabric, text).forEach(file -> put(found, of(file)));
        PaperFinder.all(fabric, text).forEach(paper -> put(found, of(paper)));
        ObjectFinder.all(fabric, text.strip()).forEach(object -> put(found, of(object)));
        if (found.isEmpty()) {
            throw new WorkspaceException("owner-not-found", text);
        }
        if (found.size() > 1) {
            List<String> candidates = found.values().stream()
                    .limit(20)
                    .map(one -> one.kind + ":" + (one.kind.equals("parcel") ? one.label : one.id))
                    .toList();
            throw new WorkspaceException("owner-ambiguous", text, String.join(", ", candidates));
        }
        return found.values().iterator().next();
    }

    private static Optional<Owner> byKind(Fabric fabric, String text) throws WorkspaceException {
        int sign = text.indexOf(':');
        String named = text.substring(sign + 1).strip();
        return switch (sign < 0 ? "" : text.substring(0, sign)) {
            case "parcel" -> Optional.of(of(ParcelFinder.one(fabric, named)));
            case "case" -> Optional.of(of(CaseFinder.one(fabric, named)));
            case "paper" -> Optional.of(of(PaperFinder.one(fabric, named)));
            case "object" -> Optional.of(of(ObjectFinder.one(fabric, named)));
            default -> Optional.empty();
        };
    }

    private static void put(Map<UUID, Owner> found, Owner owner) {
        found.putIfAbsent(owner.id, owner);
    }

    /** What has an id, as far as it is here: one that is not has the kind "" and its id for a label. */
    public static Owner of(Fabric fabric, UUID id) {
        Optional<Parcel> parcel = fabric.findParcel(ParcelId.of(id));
        if (parcel.isPresent()) {
            return of(parcel.get());
        }
        LandRecord known = fabric.findRecord(id).orElse(null);
        if (known instanceof CaseFile file) {
            return of(file);
        }
        if (known instanceof Paper paper) {
            return of(paper);
        }
        return known instanceof PlacedRecord object ? of(object) : new Owner("", id, id.toString());
    }

    private static Owner of(Parcel parcel) {
        return new Owner("parcel", parcel.id().uuid(), parcel.label());
    }

    private static Owner of(CaseFile file) {
        return new Owner("case", file.id(), file.number());
    }

    private static Owner of(Paper paper) {
        return new Owner("paper", paper.id(), (paper.type() + " " + paper.number()).strip());
    }

    private static Owner of(PlacedRecord object) {
        return new Owner("object", object.id(), object.label());
    }
}
