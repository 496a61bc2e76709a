package vn.diaba.map.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleReaderTest {
    @ParameterizedTest
    @CsvSource({"ODT, FFFFA0FF", "ONT+CLN, FFFFD0FF", "CLN, FFFFD2A0", "DGT, FFFFAA32", "XYZ, FFF2F2EE", "'', FFF2F2EE"
    })
    void parcelsAreFilledByTheirFirstLandUse(String landUse, String argb) {
        List<Symbol> symbols = StyleCatalog.parcels().symbolsFor(Map.of("landUse", landUse)::get, 1000);
        assertEquals(List.of(new Symbol.Fill((int) Long.parseLong(argb, 16))), symbols);
    }

    @Test
    void boundariesAreThinnerWhereScalesAreSmaller() {
        MapStyle style = StyleCatalog.boundaries();
        assertEquals(0.15, ((Symbol.Line) style.symbolsFor(name -> null, 1000).get(0)).widthMm(), 0.002);
        assertEquals(0.11, ((Symbol.Line) style.symbolsFor(name -> null, 7000).get(0)).widthMm(), 0.003);
        assertEquals(List.of(), style.symbolsFor(name -> null, 60000));
    }

    @Test
    void theLabelIsLandUseNumberArea() {
        Symbol.Text text = (Symbol.Text)
                StyleCatalog.labels().symbolsFor(name -> null, 500).get(0);
        assertEquals(Symbol.Form.FRACTION, text.form());
        Map<String, Object> parcel = Map.of("landUse", "ODT", "number", 125, "area", "245,8");
        assertEquals("ODT|125|245,8", text.label().apply(parcel::get));
        assertEquals("||", text.label().apply(name -> null));
        assertEquals(2.52, text.heightMm(), 1e-9);
    }

    @Test
    void rulesAreAskedOnceForEqualFeatures() {
        MapStyle style = StyleCatalog.parcels();
        AtomicInteger asked = new AtomicInteger();
        Attributes counting = name -> {
            asked.incrementAndGet();
            return "TSC";
        };
        List<Symbol> first = style.symbolsFor(counting, 500);
        int once = asked.get();
        assertSame(first, style.symbolsFor(counting, 400));
        assertEquals(once + 1, asked.get(), "only the deciding attribute is read again");
        assertEquals(List.of("landUse"), style.decidingAttributes());
    }

    @Test
    void comparisonsAndLogicHold() throws StyleException, IOException {
        MapStyle style = read("""
                <Rule><Filter><And>
                  <PropertyIsGreaterThan><PropertyName>area</PropertyName><Literal>100</Literal></PropertyIsGreaterThan>
                  <Not><PropertyIsEqualTo><PropertyName>frozen</PropertyName><Literal>true</Literal></PropertyIsEqualTo></Not>
                  <Or><PropertyIsNull><PropertyName>note</PropertyName></PropertyIsNull>
                    <PropertyIsBetween><PropertyName>area</PropertyName><LowerBoundary><Literal>500</Literal></LowerBoundary>
                      <UpperBoundary><Literal>600</Literal></UpperBoundary></PropertyIsBetween></Or>
                </And></Filter>
                <LineSymbolizer><Stroke><SvgParameter name="stroke">#ff0000</SvgParameter>
                  <SvgParameter name="stroke-width"><Div><PropertyName>area</PropertyName><Literal>100</Literal></Div></SvgParameter>
                  <SvgParameter name="stroke-dasharray">10 5</SvgParameter></Stroke></LineSymbolizer></Rule>
                """);
        assertEquals(
                List.of(new Symbol.Line(0xFFFF0000, 0.56, List.of(2.8000000000000003, 1.4000000000000001))),
                style.symbolsFor(Map.<String, Object>of("area", 200.0)::get, 1));
        assertEquals(List.of(), style.symbolsFor(Map.<String, Object>of("area", 99.0)::get, 1));
        assertEquals(List.of(), style.symbolsFor(Map.<String, Object>of("area", 200.0, "frozen", true)::get, 1));
        assertEquals(List.of(), style.symbolsFor(Map.<String, Object>of("area", 200.0, "note", "x")::get, 1));
        assertEquals(
                1,
                style.symbolsFor(Map.<String, Object>of("area", 550.0, "note", "x")::get, 1)
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Rule><RasterSymbolizer/></Rule>",
                "<Rule><PointSymbolizer><Graphic><ExternalGraphic/></Graphic></PointSymbolizer></Rule>",
                "<Rule><Filter><BBOX/></Filter></Rule>",
                "<Rule><LineSymbolizer><Stroke><CssParameter name=\"colour\">red</CssParameter></Stroke></LineSymbolizer></Rule>",
                "<Rule><LineSymbolizer uom=\"http://www.opengeospatial.org/se/units/metre\"/></Rule>"
            })
    void whatIsOutsideTheSubsetIsRefused(String rule) {
        assertEquals(
                "style-not-supported",
                assertThrows(StyleException.class, () -> read(rule)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Rule><LineSymbolizer><Stroke><CssParameter name=\"stroke\">reddish</CssParameter></Stroke></LineSymbolizer></Rule>",
                "<Rule><LineSymbolizer><Stroke><CssParameter name=\"stroke-width\">x</CssParameter></Stroke></LineSymbolizer></Rule>",
                "<Rule><MinScaleDenominator>many</MinScaleDenominator></Rule>",
                "<Rule><TextSymbolizer><Label>a</Label><VendorOption name=\"form\">curly</VendorOption></TextSymbolizer></Rule>"
            })
    void wrongValuesAreNamed(String rule) {
        assertEquals(
                "style-value-wrong",
                assertThrows(StyleException.class, () -> read(rule)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<a><b></a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<!DOCTYPE a><a/>"
            })
    void whatIsNoPlainXmlIsRefused(String text) {
        StyleException refused = assertThrows(StyleException.class, () -> new StyleReader()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        assertEquals("style-unreadable", refused.code());
    }

    private static MapStyle read(String rule) throws StyleException, IOException {
        String text =
                "<sld:StyledLayerDescriptor xmlns:sld=\"http://www.opengis.net/sld\" xmlns=\"http://www.opengis.net/se\">"
                        + "<sld:NamedLayer><sld:UserStyle><FeatureTypeStyle>" + rule
                        + "</FeatureTypeStyle></sld:UserStyle></sld:NamedLayer></sld:StyledLayerDescriptor>";
        return new StyleReader().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
