package vn.diaba.app.cli;

import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CaseFile;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Party;
import vn.diaba.cadastre.model.PlacedRecord;

/** How a value in conflict is written in a line; persons are not. Stateless. */
final class ConflictText {
    private ConflictText() {}

    static String of(Object value) {
        if (value instanceof Corner corner) {
            return corner.position().east() + " " + corner.position().north();
        }
        if (value instanceof Parcel parcel) {
            return parcel.label();
        }
        if (value instanceof PlacedRecord object) {
            EastNorth place = object.shape().first();
            return object.level() + " " + object.label() + " " + place.east() + " " + place.north();
        }
        if (value instanceof CaseFile file) {
            return file.number();
        }
        return value instanceof Party ? "…" : value.toString();
    }
}
