<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>side-lengths</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>length</Name>
          <MaxScaleDenominator>3000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>length</ogc:PropertyName></Label>
            <Font><CssParameter name="font-size">7.5</CssParameter></Font>
            <Fill><CssParameter name="fill">#203a8c</CssParameter></Fill>
            <VendorOption name="form">along</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
