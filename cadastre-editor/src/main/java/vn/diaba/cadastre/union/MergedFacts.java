package vn.diaba.cadastre.union;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;

/** What is known of a parcel made of others. Stateless. */
final class MergedFacts {
    private MergedFacts() {}

    /** What comes by itself; see {@link MergeChoice}. */
    static ParcelFacts of(List<Parcel> parts, @Nullable LegalArea legal) {
        List<ParcelFacts> all = parts.stream().map(Parcel::facts).toList();
        String address = all.stream()
                .map(ParcelFacts::address)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        Map<String, Object> extras = new LinkedHashMap<>();
        for (ParcelFacts facts : all) {
            facts.extras().forEach((name, value) -> {
                if (!(value instanceof String text && text.isBlank())) {
                    extras.putIfAbsent(name, value);
                }
            });
        }
        all.get(0).extras().forEach(extras::putIfAbsent);
        return new ParcelFacts(
                "",
                "",
                uses(all.stream().map(ParcelFacts::landUses).toList()),
                uses(all.stream().map(ParcelFacts::legalLandUses).toList()),
                legal,
                gravest(all),
                "",
                "",
                address,
                extras);
    }

    /** Disputed before mortgaged before normal; a frozen parcel is not merged. */
    private static ParcelState gravest(List<ParcelFacts> all) {
        for (ParcelState state : List.of(ParcelState.DISPUTED, ParcelState.MORTGAGED)) {
            if (all.stream().anyMatch(facts -> facts.state() == state)) {
                return state;
            }
        }
        return ParcelState.NORMAL;
    }

    /** Each code once; with the sum of its areas where all are known. */
    private static List<LandUse> uses(List<List<LandUse>> all) {
        Map<String, LandUse> byCode = new LinkedHashMap<>();
        for (List<LandUse> uses : all) {
            for (LandUse use : uses) {
                byCode.merge(use.code(), use, MergedFacts::sum);
            }
        }
        return List.copyOf(byCode.values());
    }

    private static LandUse sum(LandUse one, LandUse other) {
        LegalArea a = one.area();
        LegalArea b = other.area();
        return new LandUse(one.code(), a == null || b == null ? null : a.plus(b));
    }

    /** The sum of the parts' legal areas; null when one is not known. */
    static @Nullable LegalArea legalSum(List<Parcel> parts) {
        LegalArea sum = new LegalArea(0);
        for (Parcel part : parts) {
            LegalArea area = part.facts().legalArea();
            if (area == null) {
                return null;
            }
            sum = sum.plus(area);
        }
        return sum;
    }

    /**
     * The whole as chosen.
     *
     * @throws ImpossibleEditException {@code not-a-part} with the attribute, {@code number-not-reused} with the label of
     *     the part whose number was chosen, and as {@link ParcelAttributes#with}
     */
    static Parcel chosen(Parcel whole, List<Parcel> parts, MergeChoice choice) throws ImpossibleEditException {
        Parcel result = whole;
        for (Map.Entry<String, ParcelId> taken : choice.from().entrySet()) {
            Parcel source = part(parts, taken.getKey(), taken.getValue());
            if (taken.getKey().equals("number")) {
                throw new ImpossibleEditException("number-not-reused", source.label());
            }
            if (!ParcelAttributes.OF_HOLDER.contains(taken.getKey())) {
                result = taken(result, taken.getKey(), source);
            }
        }
        for (Map.Entry<String, String> value : choice.values().entrySet()) {
            if (!ParcelAttributes.OF_HOLDER.contains(value.getKey())) {
                result = ParcelAttributes.with(
                        result, value.getKey(), value.getValue().strip());
            }
        }
        return result;
    }

    /** One of the parts. */
    static Parcel part(List<Parcel> parts, String name, ParcelId id) throws ImpossibleEditException {
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ImpossibleEditException("not-a-part", name));
    }

    private static Parcel taken(Parcel whole, String name, Parcel source) throws ImpossibleEditException {
        if (ParcelAttributes.NAMES.contains(name) || !source.facts().extras().containsKey(name)) {
            return ParcelAttributes.with(whole, name, ParcelAttributes.text(source, name));
        }
        ParcelFacts f = whole.facts();
        Map<String, Object> extras = new LinkedHashMap<>(f.extras());
        extras.put(name, source.facts().extras().get(name));
        return whole.withFacts(new ParcelFacts(
                f.code(),
                f.sourceId(),
                f.landUses(),
                f.legalLandUses(),
                f.legalArea(),
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                extras,
                f.further()));
    }
}
