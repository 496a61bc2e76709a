package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.hprtree.HPRtree;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/** Finds the face each text stands in and gathers what they say of it. Confined to one thread. */
final class FaceLabels {
    private final PlaneGraph graph;
    private final List<Piece> faces;
    private final HPRtree tree = new HPRtree();
    private final List<Gathered> gathered = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    /** Texts and points that stand in a face and could be read. */
    int matched;

    /** What the texts of a face say, each thing once however often it is said. */
    static final class Gathered {
        final Set<String> numbers = new LinkedHashSet<>(2);
        final Set<String> uses = new LinkedHashSet<>(2);
        final Set<String> legalUses = new LinkedHashSet<>(2);
        final Set<String> areas = new LinkedHashSet<>(2);
        int points;
        long record;

        Set<String> of(LabelRole role) {
            switch (role) {
                case NUMBER:
                    return numbers;
                case LAND_USE:
                    return uses;
                case LEGAL_LAND_USE:
                    return legalUses;
                default:
                    return areas;
            }
        }
    }

    FaceLabels(PlaneGraph graph, List<Piece> faces) {
        this.graph = graph;
        this.faces = faces;
        for (int f = 0; f < faces.size(); f++) {
            gathered.add(new Gathered());
            Envelope box = new Envelope();
            for (int node : faces.get(f).shell()) {
                box.expandToInclude(graph.east(node), graph.north(node));
            }
            tree.insert(box, f);
        }
        tree.build();
    }

    /** What is said of a face. */
    Gathered of(int face) {
        return gathered.get(face);
    }

    /** Takes a text or label point. */
    void take(Linework.Label label) {
        int face = faceAt(label.place());
        if (face < 0) {
            finding("label-outside", label);
            return;
        }
        Gathered here = gathered.get(face);
        if (label.role() == LabelRole.POINT) {
            here.points++;
            matched++;
            return;
        }
        List<LabelText.Said> said = LabelText.read(label.role(), label.text());
        if (said.isEmpty()) {
            finding("label-not-read", label);
            return;
        }
        matched++;
        here.record = here.record == 0 || label.role() == LabelRole.NUMBER ? label.record() : here.record;
        said.forEach(each -> here.of(each.role()).add(each.value()));
    }

    private void finding(String code, Linework.Label label) {
        String text = label.text().replace('\n', ' ');
        String shown = text.length() > 60 ? text.substring(0, 60) : text;
        findings.add(new Finding(code, label.record(), label.place(), List.of(shown)));
    }

    private int faceAt(EastNorth place) {
        int[] found = {-1};
        Coordinate at = new Coordinate(place.gridEast(), place.gridNorth());
        tree.query(new Envelope(at), item -> {
            int face = (Integer) item;
            if (found[0] < 0 && contains(faces.get(face), at)) {
                found[0] = face;
            }
        });
        return found[0];
    }

    private boolean contains(Piece face, Coordinate at) {
        if (location(face.shell(), at) != Location.INTERIOR) {
            return false;
        }
        for (int[] hole : face.holes()) {
            if (location(hole, at) != Location.EXTERIOR) {
                return false;
            }
        }
        return true;
    }

    private int location(int[] ring, Coordinate at) {
        RayCrossingCounter counter = new RayCrossingCounter(at);
        for (int i = 0; i < ring.length; i++) {
            int a = ring[i];
            int b = ring[i + 1 == ring.length ? 0 : i + 1];
            counter.countSegment(
                    new Coordinate(graph.east(a), graph.north(a)), new Coordinate(graph.east(b), graph.north(b)));
        }
        return counter.getLocation();
    }
}
