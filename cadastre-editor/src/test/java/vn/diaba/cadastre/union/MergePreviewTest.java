package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;

class MergePreviewTest {
    private static MergePreview preview(Fabric land, String... numbers) throws Exception {
        return MergePreview.of(
                land, new MergeParcels(TestLand.ids(land, numbers), "", TestLand.DAY, IdBlock.seeded(88)));
    }

    @Test
    void differentValuesStandSideBySide() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "2", "address", "Xóm Đông");
        MergePreview preview = preview(land, "1", "2");
        MergePreview.Field address = preview.fields().stream()
                .filter(field -> field.name().equals("address"))
                .findFirst()
                .orElseThrow();
        assertEquals(new MergePreview.Field("address", List.of("", "Xóm Đông"), "Xóm Đông"), address);
        assertEquals(
                List.of("number", "address", "ghi_chu"),
                preview.fields().stream()
                        .filter(MergePreview.Field::isDifferent)
                        .map(MergePreview.Field::name)
                        .toList());
    }

    @Test
    void itSaysNumberAreaAndSumOfThePapers() throws Exception {
        Fabric land = TestLand.set(
                TestLand.set(TestFabrics.twoNeighbours(), "1", "legalArea", "98.0"), "2", "legalArea", "101.3");
        MergePreview preview = preview(land, "1", "2");
        assertEquals("1/3", Objects.requireNonNull(preview.number()).label());
        assertEquals(200, Objects.requireNonNull(preview.area()).squareMetres(), 1e-9);
        assertEquals("199.3", String.valueOf(preview.legalSum()));
        assertEquals(List.of(), preview.refusals());
    }

    @Test
    void allThatStandsAgainstItIsListedAtOnce() throws Exception {
        Fabric land = TestLand.set(TestFabrics.grid(3, 1), "1", "landUser", "Bà Một");
        MergePreview preview = preview(TestLand.set(land, "3", "state", "mortgaged"), "1", "3");
        assertEquals(
                List.of("land-users-differ", "states-differ", "parcels-not-adjacent"),
                preview.refusals().stream().map(MergePreview.Refusal::code).toList());
        assertNull(preview.area());
    }

    @Test
    void whatOnlyNeedsAReasonStillShowsTheWhole() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "1", "landUser", "Bà Một");
        MergePreview preview = preview(land, "1", "2");
        assertEquals("land-users-differ", preview.refusals().get(0).code());
        assertEquals(200, Objects.requireNonNull(preview.area()).squareMetres(), 1e-9);
    }
}
