<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>parcels</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <!-- One fill for each land-use code of the circular on land statistics; of "ONT+CLN" the first code decides. A code without
             a colour of its own has its group's. -->
        <Rule>
          <Name>NNP</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>NNP*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffff64</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CHN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CHN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fffc78</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>LUA</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>LUA*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fffc82</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>LUC</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>LUC*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fffc8c</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>LUK</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>LUK*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fffc96</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>HNK</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>HNK*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fff0b4</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CLN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CLN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffd2a0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>LNP</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>LNP*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#aaff32</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>RDD</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>RDD*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#6eff64</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>RPH</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>RPH*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#beff1e</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>RSX</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>RSX*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#b4ffb4</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>RSN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>RSN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#b4ffb4</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>NTS</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>NTS*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#aaffff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CNT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CNT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#e6e682</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>LMU</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>LMU*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fffffe</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>NKH</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>NKH*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#f5ffb4</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>PNN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>PNN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>ONT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>ONT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffd0ff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>ODT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>ODT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0ff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>TSC</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>TSC*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffaaa0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CQP</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CQP*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ff7878</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CAN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CAN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ff8282</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DSN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DSN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DVH</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DVH*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DXH</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DXH*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DYT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DYT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DGD</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DGD*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DTT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DTT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DKH</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DKH*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DMT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DMT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DKT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DKT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DNG</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DNG*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DSK</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DSK*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffa0aa</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CSK</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CSK*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>SKK</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>SKK*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>SKN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>SKN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>SCT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>SCT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>TMD</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>TMD*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>SKC</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>SKC*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>SKS</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>SKS*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffb4c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CCC</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CCC*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DGT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DGT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffaa32</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DTL</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DTL*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#aaffff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DCT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DCT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DPC</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DPC*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DDD</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DDD*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DRA</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DRA*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#cdaacd</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DNL</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DNL*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DBV</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DBV*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DCH</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DCH*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DKV</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DKV*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffc8c8</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>TON</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>TON*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffaaa0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>TIN</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>TIN*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#ffaaa0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>NTD</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>NTD*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#d2d2d2</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>MNC</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>MNC*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#aaf5ff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>SON</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>SON*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#a0ffff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>PNK</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>PNK*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#f0c8d2</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>CGT</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>CGT*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#f5f5f0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>BCS</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>BCS*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#fffffe</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>DCS</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>DCS*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#f5f5f0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>NCS</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>NCS*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#f5f5f0</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>MCS</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>landUse</ogc:PropertyName><ogc:Literal>MCS*</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#aaf5ff</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>other</Name>
          <ElseFilter/>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#f2f2ee</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
