package vn.diaba.app.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.sync.ProposedLand;
import vn.diaba.map.layer.FeatureSource;

class LayersViewModelTest {
    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final DirectJobRunner jobs = new DirectJobRunner();
    private final LayersViewModel layers = new LayersViewModel(new Workspace(desk, jobs), jobs);

    @AfterEach
    void close() {
        desk.close();
    }

    private static ProposedLand proposal(String... shapes) throws Exception {
        List<Geometry> all = new ArrayList<>();
        for (String shape : shapes) {
            all.add(new WKTReader().read(shape));
        }
        return new ProposedLand("Minh", all);
    }

    @Test
    void proposalsAreTheUppermostLayerWhileThereAreSome() throws Exception {
        List<String> without = layers.names();
        layers.propose(List.of(proposal("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))")));
        List<String> with = new ArrayList<>(without);
        with.add(0, "proposals");
        assertEquals(with, layers.names());
        layers.propose(List.of());
        assertEquals(without, layers.names());
    }

    @Test
    void onceSwitchedOffTheyStayOffWhenOthersCome() throws Exception {
        layers.propose(List.of(proposal("POINT (0 0)")));
        layers.setVisible("proposals", false);
        layers.propose(List.of(proposal("POINT (1 1)")));
        assertFalse(layers.isVisible("proposals"));
    }

    @Test
    void theAuthorIsWrittenOnTheLargestShapeOfAProposal() throws Exception {
        layers.propose(List.of(
                proposal("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((5 5, 9 5, 9 9, 5 9, 5 5))", "POINT (3 3)")));
        FeatureSource source = layers.stackProperty()
                .get()
                .findLayer("proposals")
                .orElseThrow()
                .source();
        List<String> labels = new ArrayList<>();
        source.visit(new Envelope(0, 9, 0, 9), 1, feature -> {
            if ("shape".equals(feature.attribute("part"))) {
                labels.add(feature.attribute("kind") + " " + feature.attribute("who"));
            }
            return true;
        });
        assertEquals(List.of("polygon ", "polygon Minh", "point "), labels);
    }
}
