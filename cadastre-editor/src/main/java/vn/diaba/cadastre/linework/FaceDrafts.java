package vn.diaba.cadastre.linework;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/** Makes a draft of each face by what its texts say, and lists what they do not or twice. Confined to one thread. */
final class FaceDrafts {
    private final PlaneGraph graph;
    private final LineworkOptions options;
    private final Set<LabelRole> roles;
    final List<Finding> findings = new ArrayList<>();
    int numbered;

    /**
     * Makes drafts.
     *
     * @param roles what any text of the drawing says; a face is asked for no other
     */
    FaceDrafts(PlaneGraph graph, LineworkOptions options, Set<LabelRole> roles) {
        this.graph = graph;
        this.options = options;
        this.roles = roles;
    }

    /** The draft of a face. */
    Draft of(int ordinal, Piece face, FaceLabels.Gathered said) {
        EastNorth place = EastNorth.ofGrid(graph.east(face.shell()[0]), graph.north(face.shell()[0]));
        List<Draft.DraftRing> rings = new ArrayList<>(1 + face.holes().size());
        rings.add(new Draft.DraftRing(outline(face.shell()), true));
        face.holes().forEach(hole -> rings.add(new Draft.DraftRing(outline(hole), false)));
        String number = one(said.numbers, "face-has-numbers", place);
        if (number.isEmpty() && said.numbers.isEmpty() && roles.contains(LabelRole.NUMBER)) {
            findings.add(new Finding("face-without-number", 0, place, List.of(face.squareMetres())));
        }
        if (roles.contains(LabelRole.POINT) && said.points != 1) {
            findings.add(new Finding("face-label-points", 0, place, List.of(number, said.points)));
        }
        numbered += number.isEmpty() ? 0 : 1;
        ParcelFacts facts = new ParcelFacts(
                "",
                Long.toString(said.record > 0 ? said.record : ordinal),
                LandUse.parse(one(said.uses, "face-has-land-uses", place)),
                LandUse.parse(one(said.legalUses, "face-has-land-uses", place)),
                area(face, one(said.areas, "face-has-areas", place), number, place),
                ParcelState.NORMAL,
                "",
                "",
                "",
                Map.of());
        ParcelNumber name =
                number.isEmpty() ? ParcelNumber.NONE : new ParcelNumber(options.commune(), options.sheet(), number);
        return new Draft(ordinal, options.set(), name, facts, rings, null);
    }

    private double[] outline(int[] ring) {
        double[] xy = new double[2 * ring.length];
        for (int i = 0; i < ring.length; i++) {
            xy[2 * i] = EastNorth.toMetres(graph.east(ring[i]));
            xy[2 * i + 1] = EastNorth.toMetres(graph.north(ring[i]));
        }
        return xy;
    }

    /** What is said if it is said once; two different answers are none. */
    private String one(Set<String> said, String code, EastNorth place) {
        if (said.size() > 1) {
            findings.add(new Finding(code, 0, place, List.of(String.join(", ", said))));
        }
        return said.size() == 1 ? said.iterator().next() : "";
    }

    /** The area as written, compared with the one drawn to half its last digit and what the 0.1 mm grid may do. */
    private @org.jspecify.annotations.Nullable LegalArea area(Piece face, String text, String number, EastNorth place) {
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal written = new BigDecimal(text.replace(',', '.'));
        double half = 0.5 * Math.pow(10, -written.scale());
        double around = length(face.shell());
        for (int[] hole : face.holes()) {
            around += length(hole);
        }
        double allowed = half + 0.001 + 0.5 / EastNorth.STEPS_PER_METRE * around;
        if (Math.abs(written.doubleValue() - face.squareMetres()) > allowed) {
            findings.add(new Finding("face-area-differs", 0, place, List.of(number, text, face.squareMetres())));
        }
        return LegalArea.of(written);
    }

    private double length(int[] ring) {
        double sum = 0;
        for (int i = 0; i < ring.length; i++) {
            int a = ring[i];
            int b = ring[i + 1 == ring.length ? 0 : i + 1];
            sum += Math.hypot(graph.east(a) - graph.east(b), graph.north(a) - graph.north(b));
        }
        return sum / EastNorth.STEPS_PER_METRE;
    }
}
