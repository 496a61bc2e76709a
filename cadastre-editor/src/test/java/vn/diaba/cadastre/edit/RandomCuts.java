package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.division.CutDirection;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.Shares;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.division.TakeStrip;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** Random divisions of every kind. */
final class RandomCuts {
    static final Map<String, Function<Picks, EditCommand>> KINDS = kinds();

    private RandomCuts() {}

    private static Map<String, Function<Picks, EditCommand>> kinds() {
        Map<String, Function<Picks, EditCommand>> kinds = new LinkedHashMap<>();
        kinds.put("split-parcel", RandomCuts::split);
        kinds.put("divide-parcel", RandomCuts::divide);
        kinds.put("take-strip", RandomCuts::strip);
        return kinds;
    }

    private static SplitParcel split(Picks picks) {
        Parcel parcel = picks.parcel();
        return new SplitParcel(parcel.id(), picks.line(parcel), legal(picks), Picks.DAY, picks.ids);
    }

    private static DivideParcel divide(Picks picks) {
        Parcel parcel = picks.parcel();
        return new DivideParcel(
                parcel.id(), shares(picks, parcel), direction(picks, parcel), legal(picks), Picks.DAY, picks.ids);
    }

    private static LegalShare legal(Picks picks) {
        return picks.random.nextBoolean() ? LegalShare.PRORATED : LegalShare.SURVEYED;
    }

    private static CutDirection direction(Picks picks, Parcel parcel) {
        int k = 1 + picks.random.nextInt(sides(parcel));
        switch (picks.random.nextInt(5)) {
            case 0:
                return new CutDirection.AlongSide(k);
            case 1:
                return new CutDirection.AcrossSide(k);
            case 2:
                return new CutDirection.AboutCorner(k);
            case 3:
                return new CutDirection.AtBearing(new Bearing(90 * picks.random.nextInt(4)));
            default:
                return new CutDirection.AtBearing(new Bearing(360 * picks.random.nextDouble()));
        }
    }

    private static Shares shares(Picks picks, Parcel parcel) {
        double area = picks.land.areaOf(parcel.id()).squareMetres();
        switch (picks.random.nextInt(4)) {
            case 0:
                return new Shares.Equal(2 + picks.random.nextInt(3));
            case 1:
                return new Shares.Ratio(List.of(1 + picks.random.nextDouble(), 2.0, picks.isSeldom() ? 0.0 : 1.0));
            case 2:
                List<@Nullable Double> areas = new ArrayList<>(Arrays.asList(area * picks.random.nextDouble(), null));
                return new Shares.Areas(areas);
            default:
                return Shares.cutOff(area * (0.05 + 1.1 * picks.random.nextDouble()));
        }
    }

    private static TakeStrip strip(Picks picks) {
        Parcel parcel = picks.parcel();
        List<FrontSide> sides = new ArrayList<>();
        for (int n = 1 + picks.random.nextInt(2); n > 0; n--) {
            sides.add(new FrontSide(parcel.id(), 1 + picks.random.nextInt(sides(parcel))));
        }
        if (picks.isSeldom()) {
            Parcel other = picks.parcel();
            sides.add(new FrontSide(other.id(), 1 + picks.random.nextInt(sides(other))));
        }
        @Nullable ParcelId road = picks.random.nextInt(3) == 0 ? picks.beside(parcel) : null;
        double width = 0.2 + 3 * picks.random.nextDouble();
        return new TakeStrip(sides, width, road, 1, legal(picks), Picks.DAY, picks.ids);
    }

    private static int sides(Parcel parcel) {
        return parcel.rings().mapToInt(ring -> ring.size()).sum();
    }
}
