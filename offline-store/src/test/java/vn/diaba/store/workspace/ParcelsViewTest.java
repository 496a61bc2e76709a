package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

class ParcelsViewTest {
    @TempDir
    Path base;

    private Connection reader() throws Exception {
        String url = "jdbc:h2:file:" + base.resolve("w/land").toAbsolutePath() + ";IFEXISTS=TRUE";
        return DriverManager.getConnection(url, "READER", "");
    }

    /** Shapes against JTS polygons made from the corners, areas against JTS. */
    private void assertViewShows(Fabric land) throws Exception {
        int seen = 0;
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM PARCELS")) {
            while (row.next()) {
                ParcelId id = ParcelId.of(row.getObject("ID", UUID.class));
                Parcel parcel = land.parcel(id);
                assertTrue(parcel.isLive());
                Geometry shape = (Geometry) row.getObject("SHAPE");
                assertTrue(shape.equalsExact(land.shapeOf(id)), shape + " " + land.shapeOf(id));
                assertEquals(9210, shape.getSRID());
                assertEquals(shape.getArea(), row.getDouble("AREA"), 1e-6);
                assertEquals(shape.getEnvelopeInternal().getMinX(), row.getDouble("WEST"));
                assertEquals(shape.getEnvelopeInternal().getMaxY(), row.getDouble("NORTH"));
                assertEquals(parcel.number().number(), row.getString("NUMBER"));
                seen++;
            }
        }
        assertEquals(land.parcelCount(), seen);
    }

    @Test
    void anSqlToolSeesShapesHolesAndFaces() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10))",
                "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))",
                "MULTIPOLYGON (((40 0, 50 0, 50 10, 40 0)), ((60 0, 70 0, 70 10, 60 0), (65 1, 68 1, 68 3, 65 1)))");
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(AddedLand.of(land, Set.of()), 1));
        }
        assertViewShows(land);
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT SUM(AREA), SUM(ST_Area(SHAPE)) FROM PARCELS WHERE LAND_USE = 'ODT'")) {
            row.next();
            assertEquals(900 + 50 + 50 - 3, row.getDouble(1), 1e-9);
            assertEquals(900 + 50 + 50 - 3, row.getDouble(2), 1e-9);
        }
    }

    @Test
    void editsAndUndoneImportsAreFollowed() throws Exception {
        Fabric land;
        try (WorkspaceStore store = Workspaces.create(base)) {
            var bulk = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 30, 3), 3);
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 8, 8, 1), 1));
            store.journal().append(bulk);
            store.journal().append(bulk.inverse(new UUID(1, 1)));
            Random random = new Random(6);
            for (int n = 0; n < 100; n++) {
                store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, n)));
            }
            land = store.fabric();
            assertEquals(List.of(), store.sync().conflicts());
        }
        assertViewShows(land);
    }
}
