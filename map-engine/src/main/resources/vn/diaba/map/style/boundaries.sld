<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>boundaries</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <!-- 0.15 mm on paper (1 is 0.28 mm); paler as the parcels shrink, so that land use stays readable. -->
        <Rule>
          <Name>near</Name>
          <MaxScaleDenominator>7000</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke">#1e1e1e</CssParameter><CssParameter name="stroke-width">0.54</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>middle</Name>
          <MinScaleDenominator>7000</MinScaleDenominator>
          <MaxScaleDenominator>18000</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke">#6e6862</CssParameter><CssParameter name="stroke-width">0.4</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>far</Name>
          <MinScaleDenominator>18000</MinScaleDenominator>
          <MaxScaleDenominator>60000</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke">#a39c94</CssParameter><CssParameter name="stroke-width">0.3</CssParameter></Stroke></LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
