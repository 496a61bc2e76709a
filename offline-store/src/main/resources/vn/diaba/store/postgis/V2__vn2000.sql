-- The 18 zones of VN-2000 / TM-3. The name of the authority is our own on purpose: under EPSG codes PROJ chooses between two
-- shifts to WGS 84 and takes the one of an oil company in the south (0.8 m off); the text below is the national one (Decision
-- 05/2007/QĐ-BTNMT), its rotations turned into the sign that TOWGS84 wants.
WITH zone(srid, dms, meridian) AS (VALUES
  (5896, '102-00', 102.0), (9205, '103-00', 103.0), (9206, '104-00', 104.0), (9207, '104-30', 104.5),
  (9208, '104-45', 104.75), (5897, '105-00', 105.0), (9209, '105-30', 105.5), (9210, '105-45', 105.75),
  (9211, '106-00', 106.0), (9212, '106-15', 106.25), (9213, '106-30', 106.5), (9214, '107-00', 107.0),
  (9215, '107-15', 107.25), (9216, '107-30', 107.5), (5899, '107-45', 107.75), (5898, '108-00', 108.0),
  (9217, '108-15', 108.25), (9218, '108-30', 108.5))
INSERT INTO postgis.spatial_ref_sys(srid, auth_name, auth_srid, srtext, proj4text)
SELECT srid, 'VN-2000', srid,
  format('PROJCS["VN-2000 / TM-3 %s",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],'
    'TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4756"]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",%s],'
    'PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
    'UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","%s"]]', dms, meridian, srid),
  format('+proj=tmerc +lat_0=0 +lon_0=%s +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 '
    '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs', meridian)
FROM zone
ON CONFLICT (srid) DO UPDATE SET auth_name = EXCLUDED.auth_name, auth_srid = EXCLUDED.auth_srid,
  srtext = EXCLUDED.srtext, proj4text = EXCLUDED.proj4text;
