package vn.diaba.app.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.CutDirection;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.Division;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.division.TakeStrip;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

/**
 * All that was typed and clicked, to be made a command of. Immutable.
 *
 * @param ask what the box asks for
 * @param parcels the selection
 * @param line positions of a line
 * @param direction how cuts are to run
 * @param front where a strip is to run
 * @param terms the rest
 */
record SplitWish(
        SplitAsk ask, List<ParcelId> parcels, List<EastNorth> line, Direction direction, Front front, Terms terms) {
    /** What gives cuts their direction: a bearing typed, else a side or corner clicked, else what is natural. */
    record Direction(@Nullable Pick guide, boolean isSquare, String bearing) {}

    /** Sides of a strip, the road it goes to, and pieces that are too small. */
    record Front(List<FrontSide> sides, @Nullable ParcelId road, String orphanLimit, boolean givesOrphans) {}

    /** Where legal areas come from, the day, fresh ids. */
    record Terms(LegalShare legal, LocalDate day, IdBlock ids) {}

    /**
     * The command.
     *
     * @throws ImpossibleEditException what is lacking or cannot be read
     */
    Division division(Fabric fabric) throws ImpossibleEditException {
        if (ask instanceof SplitAsk.Unread unread) {
            throw lack(unread.why().code(), unread.why().arguments());
        }
        if (ask instanceof SplitAsk.Parts parts) {
            if (parcels.size() != 1) {
                throw new ImpossibleEditException("split-select-one", parcels.size());
            }
            ParcelId parcel = parcels.get(0);
            return new DivideParcel(
                    parcel, parts.shares(), direction(fabric, parcel), terms.legal, terms.day, terms.ids);
        }
        return ask instanceof SplitAsk.Strip strip ? strip(strip) : line(fabric);
    }

    private Division line(Fabric fabric) throws ImpossibleEditException {
        if (line.size() < 2) {
            throw new ImpossibleEditException(line.isEmpty() ? "split-begin" : "line-too-short", line.size());
        }
        ParcelId target = target(fabric).orElseThrow(() -> new ImpossibleEditException("split-no-parcel", line.size()));
        return new SplitParcel(target, line, terms.legal, terms.day, terms.ids);
    }

    /** The parcel a line is meant to split: the only one selected, else the one under the middle of its longest stretch. */
    private Optional<ParcelId> target(Fabric fabric) {
        if (parcels.size() == 1) {
            return Optional.of(parcels.get(0));
        }
        EastNorth middle = line.get(0);
        double longest = 0;
        for (int i = 1; i < line.size(); i++) {
            EastNorth a = line.get(i - 1);
            EastNorth b = line.get(i);
            if (a.distanceTo(b) > longest) {
                longest = a.distanceTo(b);
                middle = new EastNorth((a.east() + b.east()) / 2, (a.north() + b.north()) / 2);
            }
        }
        return fabric.index().parcelsAt(middle).stream().findFirst();
    }

    private CutDirection direction(Fabric fabric, ParcelId parcel) throws ImpossibleEditException {
        if (!direction.bearing.isBlank()) {
            try {
                return new CutDirection.AtBearing(AngleText.DEGREES.bearing(direction.bearing, null));
            } catch (CogoException e) {
                throw lack(e.code(), e.arguments());
            }
        }
        Pick guide = direction.guide;
        if (guide == null || !guide.parcel().equals(parcel)) {
            return CutDirection.natural(fabric, fabric.parcel(parcel));
        }
        if (guide.kind() == Pick.Kind.CORNER) {
            return new CutDirection.AboutCorner(guide.number());
        }
        return direction.isSquare
                ? new CutDirection.AcrossSide(guide.number())
                : new CutDirection.AlongSide(guide.number());
    }

    private Division strip(SplitAsk.Strip strip) throws ImpossibleEditException {
        if (front.sides.isEmpty()) {
            throw new ImpossibleEditException("split-strip-sides", parcels.size());
        }
        if (!strip.isWide()) {
            throw new ImpossibleEditException("split-strip-width", front.sides.size());
        }
        double limit;
        try {
            limit = front.orphanLimit.isBlank() ? 0 : DistanceText.metres(front.orphanLimit);
        } catch (CogoException e) {
            throw new ImpossibleEditException("split-orphan-limit-unread", front.orphanLimit);
        }
        return new TakeStrip(
                front.sides,
                strip.widthMetres(),
                front.road,
                new TakeStrip.Orphans(limit, front.givesOrphans),
                terms.legal,
                terms.day,
                terms.ids);
    }

    private static ImpossibleEditException lack(String code, List<Object> arguments) {
        return new ImpossibleEditException(code, arguments.toArray());
    }

    /** The one parcel that all these sides lie beside; null when there is none or there are several. */
    static @Nullable ParcelId road(Fabric fabric, Collection<FrontSide> sides) {
        ParcelId road = null;
        ParcelCursor cursor = fabric.cursor();
        for (FrontSide side : sides) {
            int slot = fabric.slotOf(side.parcel());
            int across = slot >= 0 && cursor.at(slot) ? across(cursor, side.side()) : ParcelCursor.NOBODY;
            if (across < 0) {
                return null;
            }
            ParcelId beside = fabric.parcelAt(across).id();
            if (road != null && !road.equals(beside)) {
                return null;
            }
            road = beside;
        }
        return road;
    }

    private static int across(ParcelCursor cursor, int side) {
        int left = side - 1;
        for (int r = 0; r < cursor.rings(); r++) {
            if (left < cursor.size(r)) {
                return cursor.across(r, left);
            }
            left -= cursor.size(r);
        }
        return ParcelCursor.NOBODY;
    }

    /** Whether a part would be in pieces. */
    static boolean isInPieces(SplitPlan plan) {
        return plan.report().remarks().stream().anyMatch(remark -> remark.code().equals("part-in-pieces"));
    }

    /** Sides parallel to which no part would be in pieces. */
    static List<Integer> wholeWays(SplitPlan plan) {
        return plan.division() instanceof DivideParcel divide
                ? divide.sidesGivingWholeParts(plan.before())
                : new ArrayList<>();
    }
}
