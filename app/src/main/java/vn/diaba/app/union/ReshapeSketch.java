package vn.diaba.app.union;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.text.Messages;
import vn.diaba.app.tool.AreaLine;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What an edit would come to. Immutable.
 *
 * @param request what was asked
 * @param command the edit
 * @param before the land now
 * @param after the land after it; null when it is impossible
 * @param begun parcels that would begin
 * @param ended parcels that would end
 * @param changed parcels that would go on with another outline
 * @param refusal why it is impossible; null when it is not
 */
record ReshapeSketch(
        ReshapeRequest request,
        EditCommand command,
        Fabric before,
        @Nullable Fabric after,
        List<ParcelId> begun,
        List<ParcelId> ended,
        List<ParcelId> changed,
        @Nullable Refusal refusal) {
    /** A neighbour that only gets a corner on its side changes by less. */
    private static final double LEAST_SQUARE_METRES = 0.005;

    /** Plans an edit. */
    static ReshapeSketch of(Fabric before, ReshapeRequest request, EditCommand command) {
        try {
            ChangeSet act = command.plan(before);
            Fabric after = before.apply(act);
            List<ParcelId> begun = new ArrayList<>();
            List<ParcelId> ended = new ArrayList<>();
            List<ParcelId> changed = new ArrayList<>();
            for (Change change : act.changes()) {
                if (change instanceof Change.ParcelChange parcel) {
                    boolean was = parcel.before() != null && parcel.before().isLive();
                    boolean is = parcel.after() != null && parcel.after().isLive();
                    (was && is ? changed : is ? begun : ended).add(parcel.id());
                }
            }
            changed.removeIf(id -> Math.abs(area(after, id) - area(before, id)) < LEAST_SQUARE_METRES);
            return new ReshapeSketch(request, command, before, after, begun, ended, changed, null);
        } catch (ImpossibleEditException e) {
            Refusal why = new Refusal(e.code(), e.arguments());
            return new ReshapeSketch(request, command, before, null, List.of(), List.of(), List.of(), why);
        }
    }

    private static double area(Fabric fabric, ParcelId id) {
        return fabric.areaOf(id).squareMetres();
    }

    /** Every parcel concerned: what it has, what it would have; no more for one that ends. */
    List<AreaLine> areas() {
        Fabric then = after;
        if (then == null) {
            return List.of();
        }
        List<AreaLine> lines = new ArrayList<>();
        for (ParcelId id : ended) {
            lines.add(new AreaLine(before.parcel(id).label(), area(before, id), Double.NaN, null));
        }
        for (ParcelId id : changed) {
            Parcel parcel = then.parcel(id);
            lines.add(new AreaLine(
                    parcel.label(),
                    area(before, id),
                    area(then, id),
                    parcel.facts().legalArea()));
        }
        for (ParcelId id : begun) {
            Parcel parcel = then.parcel(id);
            lines.add(new AreaLine(
                    parcel.label(), Double.NaN, area(then, id), parcel.facts().legalArea()));
        }
        return lines;
    }

    /** What would happen, in one sentence; why it cannot if it cannot. */
    String sentence(Messages messages) {
        Refusal why = refusal;
        if (why != null) {
            return messages.sentence(why.code(), why.arguments());
        }
        String code = "would." + request.kind().code();
        if (List.of(ReshapeKind.CUT_HOLE, ReshapeKind.REMOVE_PART).contains(request.kind()) && !request.flag()) {
            code += "-open";
        }
        List<String> labels =
                request.parcels().stream().map(id -> before.parcel(id).label()).toList();
        return switch (request.kind()) {
            case ANNEX ->
                messages.sentence(code, labels.get(0), lost(request.parcels().get(0)), labels.get(1));
            case ADD_PART ->
                messages.sentence(code, labels.get(0), lost(request.parcels().get(1)), labels.get(1));
            case ADJUST -> messages.sentence(code, String.join(", ", labels), moved());
            case FILL_HOLE -> filled(messages);
            case DISSOLVE -> messages.sentence(code, ended.size(), areaBegun());
            case RETIRE -> messages.sentence(code, labels.get(0), area(before, ended.get(0)));
            default ->
                messages.sentence(code, labels.get(0), lost(request.parcels().get(0)));
        };
    }

    private String filled(Messages messages) {
        Fabric then = after;
        if (changed.isEmpty() && then != null && begun.size() == 1 && ended.isEmpty()) {
            return messages.sentence(
                    "would.fill-hole-own", then.parcel(begun.get(0)).label(), areaBegun());
        }
        ParcelId taker = request.parcels().get(0);
        return messages.sentence("would.fill-hole", before.parcel(taker).label(), -lost(taker));
    }

    private double areaBegun() {
        Fabric then = after;
        return then == null
                ? 0
                : begun.stream().mapToDouble(id -> area(then, id)).sum();
    }

    /** Square metres that a parcel has more than it, or what goes on in its place, would have. */
    private double lost(ParcelId id) {
        Fabric then = after;
        if (then == null) {
            return 0;
        }
        ParcelId next = ended.contains(id)
                ? begun.stream()
                        .filter(each -> then.parcel(each).parents().contains(id))
                        .sorted(Comparator.comparingDouble((ParcelId each) -> -area(then, each)))
                        .min(Comparator.comparingInt(
                                each -> then.parcel(each).parents().size()))
                        .orElse(id)
                : id;
        return area(before, id) - (next.equals(id) && ended.contains(id) ? 0 : area(then, next));
    }

    /** Square metres that pass from one to another, when none begins. */
    private double moved() {
        return request.parcels().stream()
                .mapToDouble(id -> Math.max(0, lost(id)))
                .sum();
    }
}
