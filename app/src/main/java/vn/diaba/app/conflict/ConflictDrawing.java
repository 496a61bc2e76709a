package vn.diaba.app.conflict;

import java.util.List;
import java.util.Optional;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.map.view.Viewport;

/** Draws a conflict: the three versions in their own colours, nodes with numbers and offsets, a legend. Stateless. */
public final class ConflictDrawing {
    private static final double MARK_PX = 6;
    private static final double PAD_PX = 10;
    private static final double LINE_PX = 21;
    private static final double SAMPLE_PX = 42;
    private static final double AWAY_PX = 10;
    private static final int INK = 0x1f2933;

    private final Messages messages;

    /** Draws in a language. */
    public ConflictDrawing(Messages messages) {
        this.messages = messages;
    }

    /** Draws a conflict over what a view shows. */
    public void draw(ConflictCard card, Viewport view, Pen pen) {
        for (Version version : Version.values()) {
            for (Segment piece : card.sketch().of(version)) {
                pen.line(
                        version,
                        view.screenX(piece.from().east()),
                        view.screenY(piece.from().north()),
                        view.screenX(piece.to().east()),
                        view.screenY(piece.to().north()));
            }
        }
        for (NodeShift node : card.sketch().nodes()) {
            for (Version version : Version.values()) {
                node.find(version).ifPresent(place -> mark(node, version, place, view, pen));
            }
        }
        legend(card, view, pen);
    }

    private void mark(NodeShift node, Version version, EastNorth place, Viewport view, Pen pen) {
        double x = view.screenX(place.east());
        double y = view.screenY(place.north());
        pen.mark(version, x, y, MARK_PX);
        Optional<EastNorth> from = node.find(Version.BASE);
        String text = version == Version.BASE || from.isEmpty()
                ? node.name()
                : node.name() + "  " + centimetres(from.get().distanceTo(place));
        boolean isOnBase =
                version != Version.BASE && from.isPresent() && from.get().equals(place);
        if (isOnBase) {
            return;
        }
        double width = pen.widthOf(text) + AWAY_PX;
        double above = version == Version.THEIRS ? LINE_PX : -LINE_PX;
        double textX = version == Version.BASE ? x - width - AWAY_PX : x + AWAY_PX;
        double textY = version == Version.BASE ? y : y + above * 0.8;
        pen.box(textX, textY - LINE_PX / 2 + 1, width, LINE_PX - 2);
        pen.text(text, textX + AWAY_PX / 2, textY, version.rgb());
    }

    /** A length as people speak of offsets: centimetres to the millimetre. */
    public String centimetres(double metres) {
        return messages.sentence("conflict-centimetres", Math.rint(metres * 1000) / 10);
    }

    /** A shift as on papers: X is north, Y is east, and the distance; "" when one end is missing. */
    public String shift(Optional<EastNorth> from, Optional<EastNorth> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return to.isPresent()
                    ? messages.sentence("conflict-node-new")
                    : from.isPresent() ? messages.sentence("conflict-node-gone") : "";
        }
        double north = to.get().north() - from.get().north();
        double east = to.get().east() - from.get().east();
        return messages.sentence(
                "conflict-shift", tenths(north), tenths(east), tenths(from.get().distanceTo(to.get())));
    }

    private static double tenths(double metres) {
        return Math.rint(metres * 1000) / 10;
    }

    /** What the three versions are called: the people and times that made them. */
    public String name(ConflictCard card, Version version) {
        if (version == Version.BASE) {
            return messages.sentence("conflict-base");
        }
        return version == Version.MINE
                ? messages.sentence("conflict-mine", card.mineBy())
                : messages.sentence("conflict-theirs", card.theirsBy(), card.theirsAt());
    }

    private void legend(ConflictCard card, Viewport view, Pen pen) {
        List<String> names = List.of(name(card, Version.BASE), name(card, Version.MINE), name(card, Version.THEIRS));
        double width = names.stream().mapToDouble(pen::widthOf).max().orElse(0);
        width = Math.max(width + SAMPLE_PX + AWAY_PX, pen.widthOf(card.title())) + 2 * PAD_PX;
        double height = (names.size() + 1) * LINE_PX + PAD_PX;
        double x = view.widthPx() - width - PAD_PX;
        double y = PAD_PX;
        pen.box(x, y, width, height);
        double line = y + PAD_PX / 2 + LINE_PX / 2;
        pen.text(card.title(), x + PAD_PX, line, INK);
        for (Version version : Version.values()) {
            line += LINE_PX;
            pen.line(version, x + PAD_PX, line, x + PAD_PX + SAMPLE_PX, line);
            pen.mark(version, x + PAD_PX + SAMPLE_PX / 2, line, MARK_PX - 1);
            pen.text(names.get(version.ordinal()), x + PAD_PX + SAMPLE_PX + AWAY_PX, line, version.rgb());
        }
    }
}
