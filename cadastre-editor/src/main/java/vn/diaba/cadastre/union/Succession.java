package vn.diaba.cadastre.union;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Makes parcels after the model of others.
 *
 * @param lineage where ids come from
 * @param numbering where numbers come from
 * @param day the first day
 */
record Succession(Lineage lineage, SheetNumbering numbering, LocalDate day) {
    /** A parcel with the next number of the model's sheet and no facts yet. */
    Parcel begin(Parcel model, List<Face> faces, List<ParcelId> parents) {
        return new Parcel(
                lineage.ids().parcel(lineage.nextId()),
                model.set(),
                numbering.after(model.number()),
                ParcelFacts.NONE,
                faces,
                new Lifespan(day, null),
                parents,
                null);
    }

    /** What is known of a new parcel: no code, source key or old number, land uses without areas. */
    static ParcelFacts begun(ParcelFacts model, @Nullable LegalArea legal) {
        return new ParcelFacts(
                "",
                "",
                withoutAreas(model.landUses()),
                withoutAreas(model.legalLandUses()),
                legal,
                model.state(),
                "",
                "",
                model.address(),
                model.extras());
    }

    /** What is known of a parcel that goes on with another outline: all but the areas of its land uses. */
    static ParcelFacts revised(ParcelFacts before, @Nullable LegalArea legal) {
        return new ParcelFacts(
                before.code(),
                before.sourceId(),
                withoutAreas(before.landUses()),
                withoutAreas(before.legalLandUses()),
                legal,
                before.state(),
                before.oldSheet(),
                before.oldNumber(),
                before.address(),
                before.extras(),
                before.further());
    }

    private static List<LandUse> withoutAreas(List<LandUse> uses) {
        return uses.stream().map(use -> new LandUse(use.code(), null)).toList();
    }
}
