<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>proposals</Name>
    <UserStyle>
      <!-- What others propose: "part" tells hatching from the shape itself, "who" is written on it. -->
      <FeatureTypeStyle>
        <Rule>
          <Name>hatch</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>part</ogc:PropertyName><ogc:Literal>hatch</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <LineSymbolizer><Stroke><CssParameter name="stroke">#7048c0</CssParameter><CssParameter name="stroke-opacity">0.75</CssParameter><CssParameter name="stroke-width">0.9</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>shape</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>part</ogc:PropertyName><ogc:Literal>shape</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <LineSymbolizer><Stroke><CssParameter name="stroke">#5f3dc4</CssParameter><CssParameter name="stroke-width">1.6</CssParameter><CssParameter name="stroke-dasharray">6 3</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>point</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>point</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Stroke><CssParameter name="stroke">#5f3dc4</CssParameter><CssParameter name="stroke-width">1.6</CssParameter></Stroke></Mark><Size>9</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>label</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>part</ogc:PropertyName><ogc:Literal>shape</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>20000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>who</ogc:PropertyName></Label>
            <Font><CssParameter name="font-size">11</CssParameter><CssParameter name="font-weight">bold</CssParameter></Font>
            <Halo><Radius>2</Radius></Halo>
            <Fill><CssParameter name="fill">#4527a0</CssParameter></Fill>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
