package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/**
 * What a merge would give, before it is done. Immutable; holds names of persons.
 *
 * @param parts the parcels that would be merged, in their order
 * @param fields attributes that any part has, and what the whole would have
 * @param number the whole's number; null when it cannot be made
 * @param area the computed area of the whole; null when its outline cannot be made
 * @param legalSum the sum of the parts' legal areas; null when one is not known
 * @param refusals what stands against it; none when it can be done
 */
public record MergePreview(
        List<Parcel> parts,
        List<Field> fields,
        @Nullable ParcelNumber number,
        @Nullable Area area,
        @Nullable LegalArea legalSum,
        List<Refusal> refusals) {
    /** Copies the lists. */
    public MergePreview {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
        refusals = List.copyOf(refusals);
    }

    /**
     * One attribute side by side.
     *
     * @param name its name, see {@link ParcelAttributes#NAMES}, or an extra column's
     * @param values as text, one for each part, "" where it is not known
     * @param merged what the whole would have, "" when it cannot be made
     */
    public record Field(String name, List<String> values, String merged) {
        /** Copies the list. */
        public Field {
            values = List.copyOf(values);
        }

        /** Whether the parts do not all have one value. */
        public boolean isDifferent() {
            return values.stream().distinct().count() > 1;
        }
    }

    /**
     * Why it cannot be done as asked.
     *
     * @param code as of {@link MergeParcels#plan}
     * @param arguments for the sentence
     */
    public record Refusal(String code, List<Object> arguments) {
        /** Copies the list. */
        public Refusal {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Works out a merge without doing it.
     *
     * @throws ImpossibleEditException {@code too-few-parcels}, {@code parcel-unknown}, {@code parcel-retired}; all else
     *     is among the refusals
     */
    public static MergePreview of(Fabric fabric, MergeParcels merge) throws ImpossibleEditException {
        List<Parcel> parts = merge.parts(fabric);
        List<Refusal> refusals = new ArrayList<>();
        Consents.against(fabric, parts, merge.reason()).forEach(e -> refusals.add(refusal(e)));
        @Nullable Fabric after = null;
        @Nullable Parcel whole = null;
        try {
            ChangeSet act = merge.merged(fabric, parts, "merge-parcels");
            after = fabric.apply(act);
            whole = begun(act).orElse(null);
        } catch (ImpossibleEditException e) {
            refusals.add(refusal(e));
        }
        return new MergePreview(
                parts,
                fields(fabric, parts, after, whole),
                whole == null ? null : whole.number(),
                after != null && whole != null ? after.areaOf(whole.id()) : null,
                MergedFacts.legalSum(parts),
                refusals);
    }

    private static Refusal refusal(ImpossibleEditException e) {
        return new Refusal(e.code(), e.arguments());
    }

    private static Optional<Parcel> begun(ChangeSet act) {
        return act.changes().stream()
                .filter(Change.ParcelChange.class::isInstance)
                .filter(change -> change.before() == null)
                .map(change -> (Parcel) Objects.requireNonNull(change.after()))
                .findFirst();
    }

    private static List<Field> fields(
            Fabric fabric, List<Parcel> parts, @Nullable Fabric after, @Nullable Parcel whole) {
        Set<String> names = new LinkedHashSet<>(ParcelAttributes.NAMES);
        names.removeAll(Set.of("code", "sourceId", "area"));
        parts.forEach(part -> names.addAll(part.facts().extraNames()));
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            List<String> values =
                    parts.stream().map(part -> text(fabric, part, name)).toList();
            String merged = after == null || whole == null ? "" : text(after, whole, name);
            if (!merged.isEmpty() || values.stream().anyMatch(value -> !value.isEmpty())) {
                fields.add(new Field(name, values, merged));
            }
        }
        return fields;
    }

    private static String text(Fabric fabric, Parcel parcel, String name) {
        if (!ParcelAttributes.OF_HOLDER.contains(name)) {
            return ParcelAttributes.text(parcel, name);
        }
        return fabric.rightsOf(parcel.id()).stream()
                .map(right -> ofHolder(fabric, right, name))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String ofHolder(Fabric fabric, Right right, String name) {
        @Nullable LandRecord record = fabric.findRecord(right.party()).orElse(null);
        if (!(record instanceof Party party)) {
            return "";
        }
        String share = right.denominator() == 1 ? "" : " (" + right.numerator() + "/" + right.denominator() + ")";
        return switch (name) {
            case "landUser" -> party.name() + share;
            case "idNumber" -> party.idNumber();
            default -> party.userType();
        };
    }
}
