<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>objects</Name>
    <UserStyle>
      <!-- Map objects. "ink" is the colour of their level, "look" how its lines are drawn, "mark" the sign of a point. -->
      <FeatureTypeStyle>
        <Rule>
          <Name>wall</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>look</ogc:PropertyName><ogc:Literal>wall</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>4500</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter><CssParameter name="stroke-width">0.54</CssParameter><CssParameter name="stroke-dasharray">4 2</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>line</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>look</ogc:PropertyName><ogc:Literal>line</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>20000</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter><CssParameter name="stroke-width">0.7</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>thin</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>look</ogc:PropertyName><ogc:Literal>thin</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>9000</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter><CssParameter name="stroke-width">0.4</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>corridor</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>look</ogc:PropertyName><ogc:Literal>corridor</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>40000</MaxScaleDenominator>
          <LineSymbolizer><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter><CssParameter name="stroke-width">0.9</CssParameter><CssParameter name="stroke-dasharray">9 3 2 3</CssParameter></Stroke></LineSymbolizer>
        </Rule>
        <Rule>
          <Name>border</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>look</ogc:PropertyName><ogc:Literal>border</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <LineSymbolizer><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter><CssParameter name="stroke-width">1.4</CssParameter><CssParameter name="stroke-dasharray">11 3 2 3</CssParameter></Stroke></LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>national</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>national</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>60000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>triangle</WellKnownName><Fill><CssParameter name="fill">#ffffff</CssParameter></Fill><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Stroke></Mark><Size>11</Size></Graphic></PointSymbolizer>
          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></Mark><Size>2</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>control</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>control</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>20000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill><CssParameter name="fill">#ffffff</CssParameter></Fill><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Stroke></Mark><Size>9</Size></Graphic></PointSymbolizer>
          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></Mark><Size>2</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>height</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>height</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>20000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name="fill">#ffffff</CssParameter></Fill><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Stroke></Mark><Size>8</Size></Graphic></PointSymbolizer>
          <PointSymbolizer><Graphic><Mark><WellKnownName>x</WellKnownName><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Stroke></Mark><Size>5</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>sign</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>sign</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>6000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Stroke></Mark><Size>6</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>stone</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>stone</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>20000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></Mark><Size>5</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>detail</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>detail</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>3000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>cross</WellKnownName><Stroke><CssParameter name="stroke"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Stroke></Mark><Size>6</Size></Graphic></PointSymbolizer>
        </Rule>
        <Rule>
          <Name>dot</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>mark</ogc:PropertyName><ogc:Literal>dot</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>4000</MaxScaleDenominator>
          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></Mark><Size>3</Size></Graphic></PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>name along</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>writing</ogc:PropertyName><ogc:Literal>name-along</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>12000</MaxScaleDenominator>
          <TextSymbolizer><Label><ogc:PropertyName>label</ogc:PropertyName></Label><Font><CssParameter name="font-size">11</CssParameter><CssParameter name="font-weight">bold</CssParameter></Font><Halo><Radius>1.5</Radius></Halo><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill><VendorOption name="form">along</VendorOption></TextSymbolizer>
        </Rule>
        <Rule>
          <Name>name</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>writing</ogc:PropertyName><ogc:Literal>name</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>12000</MaxScaleDenominator>
          <TextSymbolizer><Label><ogc:PropertyName>label</ogc:PropertyName></Label><Font><CssParameter name="font-size">11</CssParameter><CssParameter name="font-weight">bold</CssParameter></Font><Halo><Radius>1.5</Radius></Halo><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></TextSymbolizer>
        </Rule>
        <Rule>
          <Name>text along</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>writing</ogc:PropertyName><ogc:Literal>text-along</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>4000</MaxScaleDenominator>
          <TextSymbolizer><Label><ogc:PropertyName>label</ogc:PropertyName></Label><Font><CssParameter name="font-size">8</CssParameter></Font><Halo><Radius>1.5</Radius></Halo><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill><VendorOption name="form">along</VendorOption></TextSymbolizer>
        </Rule>
        <Rule>
          <Name>house</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>writing</ogc:PropertyName><ogc:Literal>house</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>700</MaxScaleDenominator>
          <TextSymbolizer><Label><ogc:PropertyName>label</ogc:PropertyName></Label><Font><CssParameter name="font-size">8</CssParameter></Font><Halo><Radius>1.5</Radius></Halo><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></TextSymbolizer>
        </Rule>
        <Rule>
          <Name>text</Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>writing</ogc:PropertyName><ogc:Literal>text</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <MaxScaleDenominator>4000</MaxScaleDenominator>
          <TextSymbolizer><Label><ogc:PropertyName>label</ogc:PropertyName></Label><Font><CssParameter name="font-size">8</CssParameter></Font><Halo><Radius>1.5</Radius></Halo><Fill><CssParameter name="fill"><ogc:PropertyName>ink</ogc:PropertyName></CssParameter></Fill></TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
