package vn.diaba.cadastre.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;

/** Puts corners into rings wherever a side has them. Stateless. */
public final class RingInsert {
    private RingInsert() {}

    /** The faces with, for each side that is a key, the corners between its first and second end put in. */
    public static List<Face> into(List<Face> faces, Map<SideKey, List<CornerId>> inserted) {
        return faces.stream()
                .map(face -> new Face(
                        into(face.shell(), inserted),
                        face.holes().stream().map(hole -> into(hole, inserted)).toList()))
                .toList();
    }

    private static Ring into(Ring ring, Map<SideKey, List<CornerId>> inserted) {
        List<CornerId> corners = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            SideKey key = new SideKey(ring.at(i), ring.at(i + 1));
            corners.add(ring.at(i));
            List<CornerId> between = new ArrayList<>(inserted.getOrDefault(key, List.of()));
            if (!key.first().equals(ring.at(i))) {
                Collections.reverse(between);
            }
            corners.addAll(between);
        }
        return corners.size() == ring.size() ? ring : new Ring(corners);
    }
}
