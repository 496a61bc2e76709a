package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.TakeStrip;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** How a strip along sides of several parcels is asked for. */
final class StripFlags {
    @Option(names = "--strip", paramLabel = "METRES")
    private @Nullable String width;

    @Option(names = "--sides", paramLabel = "road|open|\"1,2\"|\"12/3:1,2; 12/4:4\"")
    private String sides = "road";

    @Option(names = "--beside", paramLabel = "PARCEL")
    private @Nullable String beside;

    @Option(names = "--into", paramLabel = "PARCEL")
    private @Nullable String into;

    @Option(names = "--orphans", paramLabel = "M2")
    private String orphans = "20";

    @Option(names = "--give-orphans")
    private boolean giveOrphans;

    boolean isAsked() {
        return width != null;
    }

    TakeStrip command(Fabric land, List<Parcel> parcels, LegalShare legal, LocalDate day, IdBlock ids)
            throws CommandFailure, WorkspaceException {
        return new TakeStrip(
                sides(land, parcels),
                number("--strip", width),
                into == null ? null : ParcelFinder.one(land, into).id(),
                new TakeStrip.Orphans(number("--orphans", orphans), giveOrphans),
                legal,
                day,
                ids);
    }

    private List<FrontSide> sides(Fabric land, List<Parcel> parcels) throws CommandFailure, WorkspaceException {
        List<ParcelId> ids = parcels.stream().map(Parcel::id).toList();
        if (beside != null) {
            return FrontSide.facing(land, ids, ParcelFinder.one(land, beside).id());
        }
        if (sides.equals("road")) {
            return FrontSide.onRoads(land, ids);
        }
        if (sides.equals("open")) {
            return FrontSide.open(land, ids);
        }
        List<FrontSide> chosen = new ArrayList<>();
        for (String part : sides.split(";")) {
            int colon = part.lastIndexOf(':');
            if (colon < 0 && ids.size() != 1) {
                throw CommandFailure.usage("usage-value-wrong", sides, "--sides", "diaba split");
            }
            ParcelId parcel = colon < 0
                    ? ids.get(0)
                    : ParcelFinder.one(land, part.substring(0, colon)).id();
            for (String side : part.substring(colon + 1).split(",")) {
                chosen.add(new FrontSide(parcel, (int) number("--sides", side)));
            }
        }
        return chosen;
    }

    /** A number with decimal point or comma. */
    static double number(String option, @Nullable String text) throws CommandFailure {
        try {
            double value = Double.parseDouble(String.valueOf(text).strip().replace(',', '.'));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw CommandFailure.usage("usage-value-wrong", String.valueOf(text), option, "diaba split");
        }
        throw CommandFailure.usage("usage-value-wrong", String.valueOf(text), option, "diaba split");
    }
}
