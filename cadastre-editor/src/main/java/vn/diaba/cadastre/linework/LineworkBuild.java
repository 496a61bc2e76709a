package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.progress.Progress;

/**
 * Parcels made of lines: the report, and the land ready to be added.
 *
 * @param report what was found
 * @param land the new parcels with the facts of their sides
 */
public record LineworkBuild(LineworkReport report, AddedLand land) {
    /**
     * Makes parcels of lines. Nothing is changed yet.
     *
     * @param lines what was drawn, all of it taken
     * @param existing the land they are added to; corners on one grid point are shared
     * @param ids fresh ids
     */
    public static LineworkBuild of(
            Linework lines, LineworkOptions options, Fabric existing, IdBlock ids, Progress progress) {
        Cleaning cleaning = new Cleaning(lines, options);
        cleaning.run(progress.part(0, 0.4));
        Noding noding = new Noding(cleaning, options);
        List<Piece> faces = noding.faces(progress.part(0.4, 0.4));
        progress.checkCancelled();
        FaceLabels labels = new FaceLabels(noding.graph, faces);
        Set<LabelRole> roles = EnumSet.noneOf(LabelRole.class);
        for (Linework.Label label : lines.labels) {
            labels.take(label);
            roles.add(label.role());
            LabelText.read(label.role(), label.text()).forEach(said -> roles.add(said.role()));
        }
        FaceDrafts drafts = new FaceDrafts(noding.graph, options, roles);
        FabricBuilder builder = new FabricBuilder(existing, ids, 0);
        for (int face = 0; face < faces.size(); face++) {
            builder.add(drafts.of(face + 1, faces.get(face), labels.of(face)));
        }
        FabricBuilder.Built built = builder.build();
        List<Finding> findings = new ArrayList<>(lines.findings);
        findings.addAll(cleaning.findings);
        findings.addAll(noding.findings);
        findings.addAll(labels.findings);
        findings.addAll(drafts.findings);
        findings.addAll(built.findings());
        LineworkReport report = new LineworkReport(
                lines.linesByLevel(),
                lines.textsByLevel(),
                lines.points.nodes(),
                LineworkReport.Distances.of(cleaning.moved, options.searchMetres()),
                LineworkReport.Distances.of(cleaning.leftMetres(), options.searchMetres()),
                built.parcels(),
                drafts.numbered,
                labels.matched,
                findings);
        return new LineworkBuild(report, built.changes().withSides(sides(noding, built.changes(), existing)));
    }

    /** The line kinds of sides drawn on another level than 10, by their corners. */
    private static Map<SideKey, SideFacts> sides(Noding noding, AddedLand land, Fabric existing) {
        Set<EastNorth> wanted = new HashSet<>();
        noding.bitsOf.forEach((a, b, bits) -> {
            if (BoundaryLevels.level(bits) != BoundaryLevels.PARCEL) {
                wanted.add(place(noding, a));
                wanted.add(place(noding, b));
            }
        });
        Map<EastNorth, CornerId> corners = new HashMap<>();
        Fabric made = land.land();
        for (int slot = 0; slot < made.cornerSlots() && !wanted.isEmpty(); slot++) {
            Corner corner = made.cornerAt(slot);
            if (wanted.contains(corner.position())) {
                corners.put(corner.position(), corner.id());
            }
        }
        Map<SideKey, SideFacts> sides = new LinkedHashMap<>();
        noding.bitsOf.forEach((a, b, bits) -> {
            int level = BoundaryLevels.level(bits);
            CornerId one = corners.get(place(noding, a));
            CornerId other = corners.get(place(noding, b));
            if (level != BoundaryLevels.PARCEL && one != null && other != null) {
                SideKey side = new SideKey(one, other);
                if (existing.findSide(side).isEmpty()) {
                    sides.put(side, new SideFacts(level, "", "", SideFacts.Agreement.UNKNOWN));
                }
            }
        });
        return sides;
    }

    private static EastNorth place(Noding noding, int node) {
        return EastNorth.ofGrid(noding.graph.east(node), noding.graph.north(node));
    }
}
