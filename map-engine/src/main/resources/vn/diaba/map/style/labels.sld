<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>labels</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <!-- Number over area, land use at the left of the bar; number alone where that does not fit. -->
        <Rule>
          <Name>label</Name>
          <MaxScaleDenominator>12000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>landUse</ogc:PropertyName>|<ogc:PropertyName>number</ogc:PropertyName>|<ogc:PropertyName>area</ogc:PropertyName></Label>
            <Font><CssParameter name="font-size">9</CssParameter></Font>
            <Fill><CssParameter name="fill">#101418</CssParameter></Fill>
            <VendorOption name="form">fraction</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
