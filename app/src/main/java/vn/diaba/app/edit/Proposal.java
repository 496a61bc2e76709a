package vn.diaba.app.edit;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.remedy.Remedy;

/**
 * A remedy and how the land would look. Immutable; the shapes must not be changed.
 *
 * @param remedy what would be done
 * @param outlines the parcels it touches as they would be
 */
public record Proposal(Remedy remedy, List<Geometry> outlines) {
    /** Copies the list. */
    public Proposal {
        outlines = List.copyOf(outlines);
    }
}
